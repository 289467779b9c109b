"""What a clone needs before the product runs: set-up, pinning and their checks."""
