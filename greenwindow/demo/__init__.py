"""A whole hall for a few minutes: real processes, a real broker, residents who touch and clerks who press.

`arrange` makes the hall's folder, `processes` keeps everything running, `residents` and `clerks` act through the
windows' automation sockets, `listener` hears what happened over MQTT, and `tally` counts it. `run` is the director.
"""
