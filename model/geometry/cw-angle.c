/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-angle.h"

#include <math.h>
#include <string.h>

#include "model/base/cw-decimal.h"
#include "model/base/cw-error.h"

/**
 * cw_angle_normalise:
 * @angle: an angle [µdeg]
 *
 * Brings an angle into one turn.
 *
 * Returns: the same direction from 0 up to but not including 360° [µdeg]
 */
CwAngle
cw_angle_normalise (gint64 angle)
{
  gint64 rest = angle % CW_ANGLE_FULL;

  return (CwAngle) (rest < 0 ? rest + CW_ANGLE_FULL : rest);
}

/* sine of an angle from 0 to 90°, exact at its ends and at 30° */
static double
first_quadrant_sin (CwAngle angle)
{
  if (angle == 0)
    return 0;
  if (angle == CW_ANGLE_90)
    return 1;
  if (angle == 30 * CW_DEGREE)
    return 0.5;
  if (angle == 45 * CW_DEGREE)
    return G_SQRT2 / 2;
  if (angle > 45 * CW_DEGREE)
    return cos ((CW_ANGLE_90 - angle) * (G_PI / (180.0 * CW_DEGREE)));

  return sin (angle * (G_PI / (180.0 * CW_DEGREE)));
}

/**
 * cw_angle_get_sin:
 * @angle: an angle [µdeg]
 *
 * Returns: its sine: exact at multiples of 90° and of the same size in all four quadrants
 */
double
cw_angle_get_sin (CwAngle angle)
{
  CwAngle turn = cw_angle_normalise (angle);
  CwAngle rest = turn % CW_ANGLE_90;

  switch (turn / CW_ANGLE_90)
    {
    case 0:
      return first_quadrant_sin (rest);
    case 1:
      return first_quadrant_sin (CW_ANGLE_90 - rest);
    case 2:
      return 0 - first_quadrant_sin (rest);
    default:
      return 0 - first_quadrant_sin (CW_ANGLE_90 - rest);
    }
}

/**
 * cw_angle_get_cos:
 * @angle: an angle [µdeg]
 *
 * Returns: its cosine: exact at multiples of 90° and of the same size in all four quadrants
 */
double
cw_angle_get_cos (CwAngle angle)
{
  return cw_angle_get_sin (cw_angle_normalise ((gint64) angle + CW_ANGLE_90));
}

/**
 * cw_angle_parse:
 * @text: an angle in degrees, such as `45`, `-22,5` or `30°`
 * @angle: (out): the angle [µdeg]
 * @error: return location for an error
 *
 * Reads an angle; what lies between two millionths of a degree is rounded, a half away from zero.
 *
 * Returns: whether it is an angle; otherwise @error is %CW_MODEL_ERROR_SYNTAX, or
 *   %CW_MODEL_ERROR_VALUE beyond ±360°
 */
gboolean
cw_angle_parse (const char *text, CwAngle *angle, GError **error)
{
  const char *p = text;
  CwDecimal decimal;
  gboolean is_angle;
  gint64 value;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (angle != NULL, FALSE);

  cw_text_skip_space (&p);
  is_angle = strnlen (text, 256) < 256 && cw_decimal_scan_signed (&p, &decimal);
  if (is_angle)
    {
      cw_text_skip_space (&p);
      if (!cw_text_skip (&p, "deg"))
        cw_text_skip (&p, "\xc2\xb0");
      cw_text_skip_space (&p);
    }
  if (!is_angle || *p != '\0')
    {
      g_autofree char *shown = cw_text_dup_shown (text);

      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "%s is not an angle", shown);
      return FALSE;
    }

  if (!cw_decimal_scale (decimal, CW_DEGREE, CW_ANGLE_FULL, &value))
    {
      g_autofree char *shown = cw_text_dup_shown (text);

      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s is beyond 360°", shown);
      return FALSE;
    }

  *angle = (CwAngle) value;
  return TRUE;
}

/**
 * cw_angle_format:
 * @angle: an angle [µdeg]
 *
 * Writes an angle in degrees, exact and as short as it can be.
 *
 * Returns: (transfer full): the number without a degree sign
 */
char *
cw_angle_format (CwAngle angle)
{
  return cw_decimal_format (angle, CW_DEGREE);
}
