"""The council report: what it says as plain records, and the writers of PDF, Word and HTML."""
