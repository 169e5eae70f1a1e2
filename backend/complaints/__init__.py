"""Complaints that people record here: whom they concern, their reference, open until staff close them."""
