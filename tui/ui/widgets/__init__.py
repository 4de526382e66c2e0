"""The panes: each takes values and posts messages, and knows no other."""
