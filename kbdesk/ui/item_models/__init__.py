"""What tables show: thin adapters between the project and Qt's views."""
