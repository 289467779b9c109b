"""The one writer: decides what was asked, keeps it on disk, and tells the hall."""
