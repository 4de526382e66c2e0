"""The library's file: SQL, one module a domain. Functions take a connection; transactions belong to `connection`."""
