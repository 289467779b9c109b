"""What the hall is shown: pure functions from the rules' state and the plan to `wire.states`."""
