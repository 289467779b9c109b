"""Behaving stand-ins for devices: product code, for the demo, the tests and whoever has no such device."""
