/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "widgets/cw-setup-private.h"

static const CwPanel *
get_panel (const CwDesign *design)
{
  return cw_technology_get_panel (cw_design_get_technology (design));
}

static CwBox
get_unit_box (const CwDesign *design)
{
  return cw_path_get_bounds (cw_design_get_outline (design), TRUE);
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  memcpy (item, get_panel (design), sizeof (CwPanel));
  return TRUE;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  if (!cw_technology_set_panel (technology, item, error))
    return NULL;

  return cw_setup_finish_technology (design, technology, error);
}

static char *
get_kind (const CwDesign *design, guint32 key, CwUnit unit)
{
  return cw_setup_dup_count (get_panel (design)->kind);
}

/* another kind begins with its usual sizes */
static CwDesign *
set_kind (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error)
{
  CwPanel panel;
  guint kind;

  if (!cw_setup_parse_count (text, "panel", CW_N_PANEL_KINDS - 1, &kind, error))
    return NULL;
  cw_panel_init (&panel, (CwPanelKind) kind);
  panel.scope = get_panel (design)->scope;

  return store (design, key, &panel, error);
}

static gboolean
is_array (const CwDesign *design, guint32 key)
{
  return get_panel (design)->kind != CW_PANEL_NONE;
}

static gboolean
is_square (const CwDesign *design, guint32 key)
{
  return is_array (design, key) && get_panel (design)->kind != CW_PANEL_WAFER;
}

static char *
get_count (const CwDesign *design, guint32 key, CwUnit unit)
{
  return cw_setup_dup_count (cw_panel_count (get_panel (design), get_unit_box (design)));
}

#define LENGTH(label_, member, tip_, shown)                                                        \
  {                                                                                                \
    .label = label_, .kind = CW_SETUP_LENGTH, .offset = offsetof (CwPanel, member), .tip = tip_,   \
    .is_shown = shown                                                                              \
  }

static const CwSetupField fields[] = {
  { .label = N_ ("Dies of a unit"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwPanel, scope),
    .size = 4,
    .list = cw_setup_list_scopes,
    .tip = N_ ("What a unit that is cut out has, for rule R16") },
  { .label = N_ ("Arrayed on"),
    .kind = CW_SETUP_CHOICE,
    .list = cw_setup_list_panel_kinds,
    .get = get_kind,
    .set = set_kind },
  LENGTH (N_ ("Width or diameter"), width, NULL, is_array),
  LENGTH (N_ ("Height"), height, NULL, is_square),
  LENGTH (N_ ("Margin"), margin, N_ ("Least distance of a unit from the edge"), is_array),
  LENGTH (N_ ("Saw street"), street, N_ ("Between units"), is_array),
  LENGTH (N_ ("Pull-back"), pull_back,
          N_ ("How far all within a unit stays back from its edge, for the rule on streets"), NULL),
  LENGTH (N_ ("Seal ring"), seal, N_ ("Its width inside the edge of a unit; 0 for none"), NULL),
  LENGTH (N_ ("Alignment marks"), mark, N_ ("Their size in the margin; 0 for none"), is_array),
  { .label = N_ ("Units"), .kind = CW_SETUP_FIXED, .get = get_count, .is_shown = is_array },
};

typedef struct
{
  cairo_t *cr;
  CwBox unit;
} Paint;

static void
paint_unit (guint column, guint row, CwPoint offset, gpointer user_data)
{
  Paint *paint = user_data;

  cairo_rectangle (paint->cr, (double) paint->unit.min.x + offset.x,
                   (double) paint->unit.min.y + offset.y, paint->unit.max.x - paint->unit.min.x,
                   paint->unit.max.y - paint->unit.min.y);
}

static void
paint_mark (CwBox box, gpointer user_data)
{
  cairo_rectangle (user_data, box.min.x, box.min.y, box.max.x - box.min.x, box.max.y - box.min.y);
}

/* seen on light and on dark */
static void
paint_panel (cairo_t *cr, const CwDesign *design, int width, int height)
{
  const CwPanel *panel = get_panel (design);
  CwBox box = cw_panel_get_box (panel);
  double w = (double) box.max.x - box.min.x;
  double h = (double) box.max.y - box.min.y;
  Paint paint = { cr, get_unit_box (design) };
  double scale;

  if (panel->kind == CW_PANEL_NONE || w <= 0 || h <= 0)
    {
      paint.unit = get_unit_box (design);
      w = (double) paint.unit.max.x - paint.unit.min.x;
      h = (double) paint.unit.max.y - paint.unit.min.y;
      scale = 0.6 * fmin (width / w, height / h);
      cairo_set_source_rgb (cr, 0.30, 0.55, 0.75);
      cairo_rectangle (cr, width / 2.0 - w * scale / 2, height / 2.0 - h * scale / 2, w * scale,
                       h * scale);
      cairo_fill (cr);
      return;
    }
  scale = 0.94 * fmin (width / w, height / h);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, -scale);
  if (panel->kind == CW_PANEL_WAFER)
    cairo_arc (cr, 0, 0, w / 2, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, -w / 2, -h / 2, w, h);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.35);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.30, 0.55, 0.75);
  cw_panel_foreach (panel, paint.unit, paint_unit, &paint);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.85, 0.55, 0.2);
  cw_panel_foreach_mark (panel, paint_mark, cr);
  cairo_fill (cr);
}

const CwSetupInfo cw_setup_array = {
  .title = N_ ("Panel"),
  .note = N_ ("What the packages are made in an array on, and how they are cut apart."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .item_size = sizeof (CwPanel),
  .load = load,
  .store = store,
  .picture = paint_panel,
};
