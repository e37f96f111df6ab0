/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "widgets/render/cw-picture.h"

static gboolean
parse_levels (const CwTechnology *technology, const char *text, guint64 *mask, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  *mask = 0;
  for (char **name = names; *name != NULL; name++)
    {
      guint level = cw_technology_find_level (technology, *name);

      if (level >= cw_technology_get_n_levels (technology))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("there is no level “%s”"), *name);
          return FALSE;
        }
      *mask |= (guint64) 1 << level;
    }
  if (*mask != 0)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--levels names no level"));
  return FALSE;
}

static gboolean
parse_theme (const char *text, const CwTheme **theme, GError **error)
{
  static const char *const names[CW_N_THEMES] = { "light", "dark", "high-contrast" };

  for (guint i = 0; i < CW_N_THEMES; i++)
    if (strcmp (text, names[i]) == 0)
      {
        *theme = cw_theme_get (i);
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a theme; there are: light, dark, high-contrast"), text);
  return FALSE;
}

static gboolean
parse_area (const char *text, CwBox *area, GError **error)
{
  g_autoptr (GArray) points = cw_cli_parse_points (text, 2, 2, error);

  if (points == NULL)
    return FALSE;

  *area
      = cw_box_from_points (g_array_index (points, CwPoint, 0), g_array_index (points, CwPoint, 1));
  if (area->min.x < area->max.x && area->min.y < area->max.y)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is an area without width or height"), text);
  return FALSE;
}

/**
 * cw_cli_plot:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Draws the plan of a design.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_plot (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  g_autofree char *area_text = NULL;
  g_autofree char *levels = NULL;
  g_autofree char *theme_name = NULL;
  gboolean bare = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("a file that ends in .png, .svg or .pdf"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("size of the picture"), "WxH" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &area_text,
      N_ ("corners of what is drawn in micrometres; all unless given"), "\"X1,Y1 X2,Y2\"" },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &levels, N_ ("names of the levels to draw"), "A,B,…" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_ ("light, dark or high-contrast"),
      N_ ("THEME") },
    { "bare", 0, 0, G_OPTION_ARG_NONE, &bare,
      N_ ("only the shapes, black on white, at the scale of size to area"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  int width = 1600, height = 1200;
  CwBox area;
  CwPictureFormat format;
  const CwTheme *theme = cw_theme_get (CW_THEME_LIGHT);
  CwPlanStyle style;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Draws the plan of a design."), entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error)
      || (size != NULL && !cw_cli_parse_size (size, &width, &height, &error))
      || (area_text != NULL && !parse_area (area_text, &area, &error))
      || (theme_name != NULL && !parse_theme (theme_name, &theme, &error)))
    return cw_cli_fail (error);
  if (output == NULL)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("plot: -o FILE is missing")));
  if (!cw_picture_format_parse (output, &format, &error)
      || (design = cw_cli_read (file, &error)) == NULL)
    return cw_cli_fail (error);

  style = CW_PLAN_STYLE_INIT (theme);
  if (levels != NULL
      && !parse_levels (cw_design_get_technology (design), levels, &style.visible_levels, &error))
    return cw_cli_fail (error);

  if (bare)
    bytes
        = cw_picture_mask_to_bytes (design, format, width, height, area_text != NULL ? &area : NULL,
                                    style.visible_levels, &error);
  else
    bytes
        = cw_picture_plan_to_bytes (design, format, width, height, area_text != NULL ? &area : NULL,
                                    &style, cw_design_get_name (design), &error);
  if (bytes == NULL || !cw_cli_write (output, bytes, &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
