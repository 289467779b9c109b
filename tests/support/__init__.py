"""What several tests share: real parts and ways to watch them, no tests."""
