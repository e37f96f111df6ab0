/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-decimal.h"

#include <string.h>

static const char *const spaces[] = {
  " ",
  "\t",
  "\xc2\xa0",     /* no-break space */
  "\xe2\x80\x89", /* thin space */
  "\xe2\x80\xaf", /* narrow no-break space */
};

/**
 * cw_text_skip:
 * @text: (inout): where to read, moved behind @token when it is there
 * @token: what to skip
 *
 * Skips @token.
 *
 * Returns: whether it was there
 */
gboolean
cw_text_skip (const char **text, const char *token)
{
  gsize length = strlen (token);

  if (strncmp (*text, token, length) != 0)
    return FALSE;

  *text += length;
  return TRUE;
}

/**
 * cw_text_skip_space:
 * @text: (inout): where to read, moved behind the spaces
 *
 * Skips blanks, tabs and the spaces that stand between a number and its unit.
 */
void
cw_text_skip_space (const char **text)
{
  gboolean found;

  do
    {
      found = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
        found |= cw_text_skip (text, spaces[i]);
    }
  while (found);
}

/**
 * cw_text_dup_shown:
 * @text: any bytes
 *
 * Makes text fit for an error message: one line of valid UTF-8, cut off when long.
 *
 * Returns: (transfer full): the text in quotes
 */
char *
cw_text_dup_shown (const char *text)
{
  gsize length = strnlen (text, 61);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (length, 60));
  GString *shown = g_string_new ("\"");

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, g_unichar_isprint (c) ? c : '?');
    }
  g_string_append (shown, length > 60 ? "…\"" : "\"");

  return g_string_free (shown, FALSE);
}

/* appends a digit unless the number outgrows 64 bits */
static gboolean
append_digit (CwDecimal *decimal, guint digit)
{
  return __builtin_mul_overflow (decimal->digits, 10, &decimal->digits)
         || __builtin_add_overflow (decimal->digits, digit, &decimal->digits);
}

/**
 * cw_decimal_scan:
 * @text: (inout): where to read, moved behind the number
 * @decimal: (out): the number
 *
 * Reads a number without sign: digits with at most one decimal mark, a point or
 * a comma. Zeros that mean nothing may be many; otherwise the digits must fit 64 bits with at
 * most %CW_DECIMAL_MAX_PLACES behind the mark.
 *
 * Returns: whether there was such a number; @text does not move otherwise
 */
gboolean
cw_decimal_scan (const char **text, CwDecimal *decimal)
{
  const char *p = *text;
  gsize n_digits = 0;
  gsize n_zeros = 0; /* behind the mark, not yet counted in */

  *decimal = (CwDecimal){ FALSE, 0, 0 };
  for (; g_ascii_isdigit (*p); p++, n_digits++)
    if (append_digit (decimal, (guint) (*p - '0')))
      return FALSE;

  /* a comma at the end separates, such as in "min(5, 3)" */
  if (*p == '.' || (*p == ',' && g_ascii_isdigit (p[1])))
    {
      for (p++; g_ascii_isdigit (*p); p++, n_digits++)
        {
          if (*p == '0')
            {
              n_zeros++;
              continue;
            }
          for (; n_zeros > 0; n_zeros--)
            if (++decimal->places > CW_DECIMAL_MAX_PLACES || append_digit (decimal, 0))
              return FALSE;
          if (++decimal->places > CW_DECIMAL_MAX_PLACES
              || append_digit (decimal, (guint) (*p - '0')))
            return FALSE;
        }
    }

  if (n_digits == 0)
    return FALSE;

  *text = p;
  return TRUE;
}

/**
 * cw_decimal_scan_signed:
 * @text: (inout): where to read, moved behind the number
 * @decimal: (out): the number
 *
 * Reads a number as cw_decimal_scan () does, with a sign before it if there is one. U+2212 is a minus.
 *
 * Returns: whether there was such a number; @text does not move otherwise
 */
gboolean
cw_decimal_scan_signed (const char **text, CwDecimal *decimal)
{
  const char *p = *text;
  gboolean negative = cw_text_skip (&p, "-") || cw_text_skip (&p, "\xe2\x88\x92");

  if (!negative)
    cw_text_skip (&p, "+");
  if (!cw_decimal_scan (&p, decimal))
    return FALSE;

  decimal->negative = negative;
  *text = p;
  return TRUE;
}

/**
 * cw_decimal_scale:
 * @decimal: a number
 * @size: what it counts, positive
 * @max: largest size that the product may have
 * @value: (out): @decimal times @size, rounded half away from zero
 *
 * Multiplies a number as written by a whole number.
 *
 * Returns: whether the product keeps within ±@max
 */
gboolean
cw_decimal_scale (CwDecimal decimal, gint64 size, gint64 max, gint64 *value)
{
  unsigned __int128 product = (unsigned __int128) decimal.digits * (guint64) size;
  unsigned __int128 power = 1;
  unsigned __int128 whole;

  for (guint i = 0; i < decimal.places; i++)
    power *= 10;

  whole = product / power;
  if (product % power * 2 >= power)
    whole++;
  if (whole > (guint64) max)
    return FALSE;

  *value = decimal.negative ? -(gint64) whole : (gint64) whole;
  return TRUE;
}

/* number / 10^places as text */
static char *
print_decimal (gboolean negative, unsigned __int128 number, guint places)
{
  char buffer[64];
  char *p = buffer + sizeof buffer - 1;
  guint n_digits = 0;

  *p = '\0';
  do
    {
      if (n_digits > 0 && n_digits == places)
        *--p = '.';
      *--p = (char) ('0' + (int) (number % 10));
      number /= 10;
      n_digits++;
    }
  while (number > 0 || n_digits <= places);
  if (negative)
    *--p = '-';

  return g_strdup (p);
}

/**
 * cw_decimal_format:
 * @value: a value
 * @size: how much of it makes one, positive and at most 10^9
 *
 * Writes @value / @size as the shortest decimal number that cw_decimal_scale ()
 * turns back into @value: the exact quotient when it has one, a point before the places, no locale.
 *
 * Returns: (transfer full): the text
 */
char *
cw_decimal_format (gint64 value, gint64 size)
{
  gboolean negative = value < 0;
  unsigned __int128 whole = negative ? -(guint64) value : (guint64) value;
  unsigned __int128 power = 1;

  for (guint places = 0;; places++)
    {
      unsigned __int128 number = (whole * power * 2 + (guint64) size) / 2 / (guint64) size;

      if ((number * (guint64) size * 2 + power) / 2 / power == whole)
        return print_decimal (negative, number, places);
      power *= 10;
    }
}
