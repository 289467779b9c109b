from scripts.uv import read_settings, uv_environment


def test_the_strongest_section_wins() -> None:
    lines = [":env:.index-url='c'", "global.index-url='a'", "install.index-url='b'", "freeze.timeout='9'"]
    assert read_settings(lines) == {"index-url": "c"}
    assert read_settings(lines[1:]) == {"index-url": "b"}


def test_a_line_that_is_no_setting_is_skipped() -> None:
    assert read_settings(["", "nothing set"]) == {}


def test_what_pip_uses_uv_uses() -> None:
    settings = {
        "index-url": "i",
        "extra-index-url": "a b\nc",
        "find-links": "/w /x",
        "trusted-host": "h",
        "default-timeout": "180",
        "cert": "/c.pem",
        "proxy": "p",
        "no-index": "true",
    }
    assert uv_environment(settings, {}) == {
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": "i",
        "UV_INDEX": "a b c",
        "UV_FIND_LINKS": "/w,/x",
        "UV_INSECURE_HOST": "h",
        "UV_HTTP_TIMEOUT": "180",
        "SSL_CERT_FILE": "/c.pem",
        "HTTPS_PROXY": "p",
        "HTTP_PROXY": "p",
        "UV_NO_INDEX": "1",
    }


def test_what_is_set_for_uv_itself_wins() -> None:
    environment = uv_environment({"index-url": "pip's"}, {"UV_DEFAULT_INDEX": "uv's", "PATH": "/bin"})
    assert environment["UV_DEFAULT_INDEX"] == "uv's"
    assert environment["PATH"] == "/bin"
