"""The report to read: every article as text, with its findings in place, as one HTML page."""

from .page import render as render
