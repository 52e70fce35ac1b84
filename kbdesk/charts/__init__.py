"""What the charts show (data, compute: pure) and how they are drawn (style, draw: matplotlib)."""
