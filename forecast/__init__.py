"""What will happen: how long a wait may be."""
