/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* digits before the point that are read, more than any value needs */
#define CW_XML_MAX_DIGITS 12

/**
 * cw_xml_take_number:
 * @p: where the number begins
 * @end: where the text ends
 * @decimals: how many digits may follow the point: the value counts in units of the last
 * @value: (out): the number
 *
 * Reads a decimal number exactly, whatever the locale.
 *
 * Returns: (nullable): where the number ends, or %NULL when there is none
 */
static inline const char *
cw_xml_take_number (const char *p, const char *end, guint decimals, gint64 *value)
{
  gboolean negative = p < end && *p == '-';
  const char *start = p += negative;
  gint64 n = 0;

  while (p < end && g_ascii_isdigit (*p))
    {
      if (p - start == CW_XML_MAX_DIGITS)
        return NULL;
      n = n * 10 + (*p++ - '0');
    }
  if (p == start)
    return NULL;

  if (p < end && *p == '.')
    {
      start = ++p;
      for (; p < end && g_ascii_isdigit (*p) && decimals > 0; decimals--)
        n = n * 10 + (*p++ - '0');
      if (p == start || (p < end && g_ascii_isdigit (*p)))
        return NULL;
    }
  for (; decimals > 0; decimals--)
    n *= 10;
  *value = negative ? -n : n;

  return p;
}

G_END_DECLS
