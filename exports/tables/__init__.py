"""Tables: the numbers and texts of a workshop, tidy, for spreadsheets and other programs."""
