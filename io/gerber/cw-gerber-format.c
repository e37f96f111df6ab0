/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-format.h"

#include <string.h>

#define MAX_FILE_NAME 64

/**
 * cw_gerber_append_integer: (skip)
 * @out: where to
 * @value: a number
 *
 * Appends a number in decimal digits.
 */
void
cw_gerber_append_integer (GString *out, gint64 value)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--p = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';

  g_string_append_len (out, p, digits + sizeof digits - p);
}

/**
 * cw_gerber_append_millimetres: (skip)
 * @out: where to
 * @length: a length [nm]
 *
 * Appends a length in millimetres with the fewest decimals that are exact.
 */
void
cw_gerber_append_millimetres (GString *out, gint64 length)
{
  guint64 value = length < 0 ? -(guint64) length : (guint64) length;
  guint64 fraction = value % 1000000;
  char decimals[7];
  gsize n = 6;

  if (length < 0)
    g_string_append_c (out, '-');
  cw_gerber_append_integer (out, value / 1000000);
  if (fraction == 0)
    return;

  for (gsize i = 6; i-- > 0; fraction /= 10)
    decimals[i] = '0' + fraction % 10;
  while (decimals[n - 1] == '0')
    n--;
  g_string_append_c (out, '.');
  g_string_append_len (out, decimals, n);
}

/**
 * cw_gerber_append_field: (skip)
 * @out: where to
 * @text: UTF-8
 *
 * Appends a field of an attribute: what has a meaning in the format, and all that is
 * not printable ASCII, as an escape sequence.
 */
void
cw_gerber_append_field (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > 0xFFFF)
        g_string_append_printf (out, "\\U%08X", c);
      else if (c < 0x20 || c > 0x7E || strchr ("%*\\,", (int) c) != NULL)
        g_string_append_printf (out, "\\u%04X", c);
      else
        g_string_append_c (out, (char) c);
    }
}

/**
 * cw_gerber_dup_file_name: (skip)
 * @name: any name
 *
 * Makes a part of a file name that every system takes: at most 64 letters, digits, `-`, `_`
 * and dots, and neither a dot nor a hyphen first.
 *
 * Returns: (transfer full): the part, not empty
 */
char *
cw_gerber_dup_file_name (const char *name)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && safe->len < MAX_FILE_NAME; p = g_utf8_next_char (p))
    {
      gboolean keep = g_ascii_isalnum (*p) || *p == '_' || (safe->len > 0 && strchr ("-.", *p));

      g_string_append_c (safe, keep ? *p : '_');
    }
  if (safe->len == 0)
    g_string_append_c (safe, '_');

  return g_string_free (safe, FALSE);
}
