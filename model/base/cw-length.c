/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-length.h"

#include <string.h>

#include "model/base/cw-decimal.h"
#include "model/base/cw-error.h"

static const struct
{
  const char *symbol;
  gint64 size; /* [nm] */
} units[] = {
  [CW_UNIT_NM] = { "nm", 1 },       [CW_UNIT_UM] = { "µm", 1000 },
  [CW_UNIT_MM] = { "mm", 1000000 }, [CW_UNIT_CM] = { "cm", 10000000 },
  [CW_UNIT_MIL] = { "mil", 25400 }, [CW_UNIT_INCH] = { "in", 25400000 },
};

static const struct
{
  const char *name;
  CwUnit unit;
} unit_names[] = {
  { "nm", CW_UNIT_NM },        { "um", CW_UNIT_UM },
  { "\xc2\xb5m", CW_UNIT_UM }, /* micro sign */
  { "\xce\xbcm", CW_UNIT_UM }, /* Greek mu */
  { "u", CW_UNIT_UM },         { "\xc2\xb5", CW_UNIT_UM },
  { "\xce\xbc", CW_UNIT_UM },  { "mm", CW_UNIT_MM },
  { "cm", CW_UNIT_CM },        { "mil", CW_UNIT_MIL },
  { "in", CW_UNIT_INCH },      { "\"", CW_UNIT_INCH },
};

/**
 * cw_unit_get_size:
 * @unit: a unit
 *
 * Returns: how long the unit is [nm]
 */
gint64
cw_unit_get_size (CwUnit unit)
{
  g_return_val_if_fail ((gsize) unit < G_N_ELEMENTS (units), 1);

  return units[unit].size;
}

/**
 * cw_unit_get_symbol:
 * @unit: a unit
 *
 * Returns: the symbol of the unit, such as `µm`
 */
const char *
cw_unit_get_symbol (CwUnit unit)
{
  g_return_val_if_fail ((gsize) unit < G_N_ELEMENTS (units), "");

  return units[unit].symbol;
}

/**
 * cw_unit_parse:
 * @text: a unit: `nm`, `um`, `µm`, `u`, `µ`, `mm`, `cm`, `mil`, `in` or `"`
 * @unit: (out): the unit
 *
 * Reads the name of a unit.
 *
 * Returns: whether it is one
 */
gboolean
cw_unit_parse (const char *text, CwUnit *unit)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (unit_names); i++)
    {
      if (strcmp (text, unit_names[i].name) == 0)
        {
          *unit = unit_names[i].unit;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *shown = cw_text_dup_shown (text);

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "%s is not a length", shown);
  return FALSE;
}

/**
 * cw_length_parse:
 * @text: a length, such as `12.5um`, `12,5 µm` or `12.5`
 * @unit: the unit of a number that comes without one
 * @length: (out): the length [nm]
 * @error: return location for an error
 *
 * Reads a length. Point and comma are both decimal marks; a value between two
 * nanometres is rounded, a half away from zero.
 *
 * Returns: whether it is a length; otherwise @error is %CW_MODEL_ERROR_SYNTAX, or
 *   %CW_MODEL_ERROR_VALUE beyond ±1 m
 */
gboolean
cw_length_parse (const char *text, CwUnit unit, CwCoord *length, GError **error)
{
  const char *p = text;
  g_autofree char *name = NULL;
  CwDecimal decimal;
  gint64 value;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (length != NULL, FALSE);

  if (strnlen (text, 256) == 256)
    return refuse (text, error);

  cw_text_skip_space (&p);
  if (!cw_decimal_scan_signed (&p, &decimal))
    return refuse (text, error);
  cw_text_skip_space (&p);
  name = g_strchomp (g_strdup (p));
  if (*name != '\0' && !cw_unit_parse (name, &unit))
    return refuse (text, error);

  if (!cw_decimal_scale (decimal, cw_unit_get_size (unit), CW_COORD_MAX, &value))
    {
      g_autofree char *shown = cw_text_dup_shown (text);

      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s is longer than 1 m", shown);
      return FALSE;
    }

  *length = (CwCoord) value;
  return TRUE;
}

/**
 * cw_length_format:
 * @length: a length [nm]
 * @unit: the unit to write it in
 *
 * Writes a length as the shortest decimal number that is exact, or, where the unit
 * allows none, the shortest that cw_length_parse () reads back as the same length. No locale is asked.
 *
 * Returns: (transfer full): the number without its unit
 */
char *
cw_length_format (gint64 length, CwUnit unit)
{
  return cw_decimal_format (length, cw_unit_get_size (unit));
}

/**
 * cw_length_format_with_unit:
 * @length: a length [nm]
 * @unit: the unit to write it in
 *
 * Writes a length as cw_length_format () does, a blank and the unit behind it.
 *
 * Returns: (transfer full): the text, such as `12.5 µm`
 */
char *
cw_length_format_with_unit (gint64 length, CwUnit unit)
{
  g_autofree char *number = cw_length_format (length, unit);

  return g_strconcat (number, " ", cw_unit_get_symbol (unit), NULL);
}
