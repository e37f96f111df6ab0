/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

static CwBox
get_box (const CwDesign *design)
{
  return cw_path_get_bounds (cw_design_get_outline (design), TRUE);
}

static char *
get_name (const CwDesign *design, guint32 key, CwUnit unit)
{
  return g_strdup (cw_design_get_name (design));
}

static CwDesign *
set_name (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return cw_edit_set_name (edit, text, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static char *
get_width (const CwDesign *design, guint32 key, CwUnit unit)
{
  CwBox box = get_box (design);

  return cw_length_format (box.max.x - box.min.x, unit);
}

static char *
get_height (const CwDesign *design, guint32 key, CwUnit unit)
{
  CwBox box = get_box (design);

  return cw_length_format (box.max.y - box.min.y, unit);
}

static gboolean
is_rectangle (const CwDesign *design)
{
  const CwPath *outline = cw_design_get_outline (design);
  CwBox box = get_box (design);

  if (outline->n_vertices != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      CwPoint at = outline->vertices[i].at;

      if (outline->vertices[i].sweep != 0 || (at.x != box.min.x && at.x != box.max.x)
          || (at.y != box.min.y && at.y != box.max.y))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_setup_dup_with_size:
 * @design: a design
 * @width: width of the package [nm]
 * @height: height of the package [nm]
 * @error: return location for an error
 *
 * Gives the package another size about the same centre.
 *
 * Returns: (transfer full) (nullable): the design
 */
CwDesign *
cw_setup_dup_with_size (CwDesign *design, CwCoord width, CwCoord height, GError **error)
{
  CwPoint centre = cw_box_get_centre (get_box (design));
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwPath) outline = NULL;
  CwPoint corner = CW_POINT (centre.x - width / 2, centre.y - height / 2);

  if (!is_rectangle (design))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the outline is no rectangle: its size is that of its corners and arcs");
      return NULL;
    }
  outline = cw_path_new_box (CW_BOX (corner.x, corner.y, corner.x + width, corner.y + height));

  return cw_edit_set_outline (edit, outline, error) ? cw_edit_finish (edit, NULL) : NULL;
}

#define SIZE_MIN (10 * CW_UM)

static CwDesign *
set_width (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  CwBox box = get_box (design);
  CwCoord width;

  if (!cw_setup_parse_length (text, unit, box.max.x - box.min.x, "package width", SIZE_MIN,
                              CW_COORD_MAX, &width, error))
    return NULL;

  return cw_setup_dup_with_size (design, width, box.max.y - box.min.y, error);
}

static CwDesign *
set_height (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  CwBox box = get_box (design);
  CwCoord height;

  if (!cw_setup_parse_length (text, unit, box.max.y - box.min.y, "package height", SIZE_MIN,
                              CW_COORD_MAX, &height, error))
    return NULL;

  return cw_setup_dup_with_size (design, box.max.x - box.min.x, height, error);
}

static char *
get_method (const CwDesign *design, guint32 key, CwUnit unit)
{
  return cw_setup_dup_count (cw_setup_get_method (cw_design_get_technology (design)));
}

static CwDesign *
set_method (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  guint method;

  if (!cw_setup_parse_count (text, "method", CW_N_METHODS - 1, &method, error))
    return NULL;

  return cw_setup_dup_with_method (design, (CwMethod) method, error);
}

static char *
get_substrate (const CwDesign *design, guint32 key, CwUnit unit)
{
  return cw_setup_dup_count (cw_technology_get_substrate (cw_design_get_technology (design)));
}

static CwDesign *
set_substrate (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  guint substrate;

  if (!cw_setup_parse_count (text, "substrate", CW_N_SUBSTRATE_KINDS - 1, &substrate, error))
    return NULL;

  return cw_setup_dup_with_substrate (design, (CwSubstrateKind) substrate, error);
}

static char *
get_technology (const CwDesign *design, guint32 key, CwUnit unit)
{
  return g_strdup (cw_technology_get_name (cw_design_get_technology (design)));
}

static char *
get_wiring (const CwDesign *design, guint32 key, CwUnit unit)
{
  guint n = cw_technology_get_n_wiring_levels (cw_design_get_technology (design));

  return g_strdup_printf (_ ("%u; add or remove them on the page Levels"), n);
}

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .get = get_name, .set = set_name },
  { .label = N_ ("Width"), .kind = CW_SETUP_LENGTH, .get = get_width, .set = set_width },
  { .label = N_ ("Height"), .kind = CW_SETUP_LENGTH, .get = get_height, .set = set_height },
  { .label = N_ ("Method"),
    .kind = CW_SETUP_CHOICE,
    .list = cw_setup_list_methods,
    .get = get_method,
    .set = set_method,
    .tip
    = N_ ("Items stay; the levels that the method needs come in, the process flow becomes that "
          "of the method") },
  { .label = N_ ("Substrate"),
    .kind = CW_SETUP_CHOICE,
    .list = cw_setup_list_substrates,
    .get = get_substrate,
    .set = set_substrate,
    .tip = N_ ("Items stay; cavities stay on the uppermost board") },
  { .label = N_ ("Wiring levels"), .kind = CW_SETUP_FIXED, .get = get_wiring },
  { .label = N_ ("Technology"), .kind = CW_SETUP_FIXED, .get = get_technology },
};

const CwSetupInfo cw_setup_general = {
  .title = N_ ("General"),
  .note = N_ ("What kind of package it is. Every change is seen at once and can be undone."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
