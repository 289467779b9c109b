"""Devices: links, printers, keypads, panels and speech, each with a stand-in that behaves."""
