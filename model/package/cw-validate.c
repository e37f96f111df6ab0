/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-validate.h"

#include <math.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-length.h"

/* what is no character of a line of text, or none that a native file can hold */
static gboolean
is_control (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR || c == 0xfffe || c == 0xffff;
}

/**
 * cw_validate_string:
 * @what: what the string is, such as `net name`
 * @string: (nullable): the string
 * @max_bytes: how long it may be [bytes]
 * @may_be_empty: whether it may be empty or missing
 * @error: return location for an error
 *
 * Checks that a string is one line of UTF-8.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_string (const char *what, const char *string, gsize max_bytes, gboolean may_be_empty,
                    GError **error)
{
  gsize size = string != NULL ? strlen (string) : 0;

  if (size == 0 && !may_be_empty)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s is empty", what);
      return FALSE;
    }
  if (size > max_bytes)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "%s has \"%" G_GSIZE_FORMAT "\" bytes, more than %" G_GSIZE_FORMAT, what, size,
                   max_bytes);
      return FALSE;
    }
  if (!g_utf8_validate (string != NULL ? string : "", -1, NULL))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s is not UTF-8", what);
      return FALSE;
    }
  for (const char *p = string; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (is_control (g_utf8_get_char (p)))
      {
        g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                     "%s has the control character \"U+%04X\"", what, g_utf8_get_char (p));
        return FALSE;
      }

  return TRUE;
}

/* apart from the check, which runs for every coordinate of a file */
static gboolean
fail_length (const char *what, gint64 length, gint64 min, gint64 max, GError **error)
{
  g_autofree char *length_text = cw_length_format (length, CW_UNIT_UM);
  g_autofree char *min_text = cw_length_format (min, CW_UNIT_UM);
  g_autofree char *max_text = cw_length_format (max, CW_UNIT_UM);

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s \"%s\" is not in %s … %s µm", what,
               length_text, min_text, max_text);
  return FALSE;
}

/**
 * cw_validate_length:
 * @what: what the length is, such as `trace width`
 * @length: the length [nm]
 * @min: least one allowed [nm]
 * @max: greatest one allowed [nm]
 * @error: return location for an error
 *
 * Checks that a length is in its range.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_length (const char *what, gint64 length, gint64 min, gint64 max, GError **error)
{
  return (min <= length && length <= max) || fail_length (what, length, min, max, error);
}

/**
 * cw_validate_point:
 * @what: what the point is, such as `via position`
 * @point: the point [nm]
 * @error: return location for an error
 *
 * Checks that a point has valid coordinates.
 *
 * Returns: whether it has
 */
gboolean
cw_validate_point (const char *what, CwPoint point, GError **error)
{
  return cw_validate_length (what, point.x, -CW_COORD_MAX, CW_COORD_MAX, error)
         && cw_validate_length (what, point.y, -CW_COORD_MAX, CW_COORD_MAX, error);
}

/**
 * cw_validate_angle:
 * @what: what the angle is, such as `die angle`
 * @angle: the angle [µdeg]
 * @error: return location for an error
 *
 * Checks that an angle is normalised: at least 0° and less than 360°.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_angle (const char *what, CwAngle angle, GError **error)
{
  g_autofree char *text = NULL;

  if (0 <= angle && angle < CW_ANGLE_FULL)
    return TRUE;

  text = cw_angle_format (angle);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "%s \"%s\" is not at least 0° and less than 360°", what, text);
  return FALSE;
}

/**
 * cw_validate_number:
 * @what: what the number is, such as `via fill`
 * @value: the number
 * @max: greatest one allowed
 * @error: return location for an error
 *
 * Checks that a plain number, an enumeration or a set of flags is in 0 … @max.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_number (const char *what, gint64 value, gint64 max, GError **error)
{
  if (0 <= value && value <= max)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "%s \"%" G_GINT64_FORMAT "\" is not in 0 … %" G_GINT64_FORMAT, what, value, max);
  return FALSE;
}

/**
 * cw_validate_net:
 * @what: whose net it is, such as `trace`
 * @net: an id
 * @error: return location for an error
 *
 * Checks that an id is %CW_ID_NONE or that of a net.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_net (const char *what, CwId net, GError **error)
{
  if (net == CW_ID_NONE || cw_id_get_kind (net) == CW_ITEM_NET)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "net \"%u\" of a %s is not a net",
               net, what);
  return FALSE;
}

/**
 * cw_validate_level:
 * @what: what the level is for, such as `trace level`
 * @technology: the stack
 * @level: index of a level
 * @kind: what it must be
 * @error: return location for an error
 *
 * Checks that a level is there and of the right kind.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_level (const char *what, const CwTechnology *technology, guint level, CwLevelKind kind,
                   GError **error)
{
  const CwLevel *found;

  if (level >= cw_technology_get_n_levels (technology))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "%s \"%u\" is not in the stack",
                   what, level);
      return FALSE;
    }

  found = cw_technology_get_level (technology, level);
  if (found->kind == kind)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "%s \"%s\" is a %s level, not a %s level", what, found->name,
               cw_level_kind_get_name (found->kind), cw_level_kind_get_name (kind));
  return FALSE;
}

/**
 * cw_validate_bounds:
 * @what: what the box is around, such as `die`
 * @transform: (nullable): how it is placed
 * @box: the box in its own frame [nm]
 * @error: return location for an error
 *
 * Checks that a placed box keeps within the valid coordinates. It must not
 * overflow, so it is checked before anything is placed.
 *
 * Returns: whether it does
 */
gboolean
cw_validate_bounds (const char *what, const CwTransform *transform, CwBox box, GError **error)
{
  CwTransform placed = transform != NULL ? *transform : CW_TRANSFORM_IDENTITY;
  double c = cw_angle_get_cos (placed.angle);
  double s = cw_angle_get_sin (placed.angle);

  if (cw_box_is_empty (box))
    return TRUE;
  if (transform == NULL && cw_point_is_valid (box.min) && cw_point_is_valid (box.max))
    return TRUE;

  for (guint corner = 0; corner < 4; corner++)
    {
      double x = (corner & 1 ? box.max.x : box.min.x) * (placed.mirror ? -1.0 : 1.0);
      double y = corner & 2 ? box.max.y : box.min.y;
      double reach
          = MAX (fabs (c * x - s * y + placed.offset.x), fabs (s * x + c * y + placed.offset.y));

      if (reach > CW_COORD_MAX)
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                       "%s reaches further than 1000000 µm from the origin", what);
          return FALSE;
        }
    }

  return TRUE;
}
