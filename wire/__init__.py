"""The vocabulary of the fleet: commands, replies, events, states and topics, frozen and checked at the edge.

Raw bytes and JSON never travel past `wire.codec`; everything behind it handles the classes of this room.
`docs/messages.md` and `docs/schemas/` are generated from here (`python -m wire.docs`).
"""
