"""The QR code on the screen: the same address as on the slip, for when there is no slip."""

import segno


def qr_picture(address: str) -> str:
    """A PNG of the address as a data: URI that QML shows; '' for no address."""
    if not address:
        return ""
    return str(segno.make(address, error="m").png_data_uri(scale=8, border=1))
