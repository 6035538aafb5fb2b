"""Reports: one module a format, each with one pure function from results to text."""
