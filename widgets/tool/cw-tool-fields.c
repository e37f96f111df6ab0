/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-private.h"

void
cw_tool_add_text_field (GArray *fields, const char *name, const char *label, const char *text)
{
  CwToolField field = { name, label, g_strdup (text), NULL, TRUE };

  g_array_append_val (fields, field);
}

void
cw_tool_add_angle_field (GArray *fields, const char *name, const char *label, CwAngle angle)
{
  CwToolField field = { name, label, cw_angle_format (angle), "°" };

  g_array_append_val (fields, field);
}

void
cw_tool_add_count_field (GArray *fields, const char *name, const char *label, guint count)
{
  CwToolField field = { name, label, g_strdup_printf ("%u", count), NULL };

  g_array_append_val (fields, field);
}

/* a length within limits; lengths may be relative to the old one */
gboolean
cw_tool_parse_size (CwTool *self, const char *text, CwCoord old, CwCoord min, CwCoord max,
                    CwCoord *value, GError **error)
{
  CwUnit unit = cw_tool_get_settings (self)->unit;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  CwCoord parsed;

  if (!cw_tool_parse_length (self, text, old, &parsed, error))
    return FALSE;
  if (min <= parsed && parsed <= max)
    {
      *value = parsed;
      return TRUE;
    }
  least = cw_length_format (min, unit);
  most = cw_length_format_with_unit (max, unit);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not in %s … %s", text, least,
               most);

  return FALSE;
}

gboolean
cw_tool_parse_count (const char *text, guint min, guint max, guint *value, GError **error)
{
  guint64 parsed;

  if (g_ascii_string_to_unsigned (text, 10, min, max, &parsed, NULL))
    {
      *value = (guint) parsed;
      return TRUE;
    }
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "\"%s\" is not a whole number in %u … %u", text, min, max);

  return FALSE;
}

gboolean
cw_tool_parse_angle (const char *text, CwAngle *value, GError **error)
{
  CwAngle angle;

  if (!cw_angle_parse (text, &angle, error))
    return FALSE;
  *value = cw_angle_normalise (angle);

  return TRUE;
}

gboolean
cw_tool_refuse_field (const char *name, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"", name);

  return FALSE;
}
