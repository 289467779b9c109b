"""Mandarin for espeak-ng: its pinyin voice is right where its Hanzi voice reads characters as English."""

_PUNCTUATION = str.maketrans({"，": ",", "、": ",", "；": ",", "：": ",", "。": ".", "！": "!", "？": "?"})


def to_pinyin(text: str) -> str:
    """`请 A 零一二 号` → `qing3 A ling2 yi1 er4 hao4`: a word a syllable, tones as digits, 5 the neutral one.

    Source: measured, with espeak-ng 1.51's voice `cmn-latn-pinyin`.
    """
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - 0.2 s and 58 MB, for who is read to

    syllables = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(" ".join(syllables).translate(_PUNCTUATION).split())
