"""The charts of a workshop on the console: a list, the chart, and what its marks say."""
