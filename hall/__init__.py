"""The rules of a hall, pure: the plan, the tickets, the order of calling, green windows, numbers and hours."""
