"""What keeps a hall's database for years: backups, their restoring, forgetting by age, figures and health."""
