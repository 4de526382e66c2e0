"""Recognisers of other projects, behind the protocol of `tui.analysis.recognise.plugins`; one small file each.

Each is imported when it is chosen, and its package with it; each reads a model from a local folder, and nothing is ever
fetched.
"""
