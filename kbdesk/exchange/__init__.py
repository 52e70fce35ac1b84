"""Other people's files: import tables, rejected rows, tables out, submissions and their verification."""
