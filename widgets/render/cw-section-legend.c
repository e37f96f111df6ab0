/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "model/base/cw-length.h"
#include "widgets/render/cw-label.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/render/cw-section-private.h"

#define TEXT_SIZE (12)
#define ROW_HEIGHT (18.0)
#define ROW_LEAST (12.5) /* of many rows [px] */
#define LEADER_WIDTH (34.0)
#define SWATCH (11.0)
#define SWATCH_SHARE (4.0 / 7.0) /* of the hatch's spacing, in a swatch */
#define BORDER (8.0)
#define NAME_LEAST (15.0) /* lower pieces are not named [px] */

/* one level in the legend */
typedef struct
{
  char *text;
  guint8 material;
  guint8 level;
  double top; /* of the level, in the picture [px] */
  double bottom;
  double y; /* of the text [px] */
} Row;

static void
clear_row (gpointer row)
{
  g_free (((Row *) row)->text);
}

/* what lies on a level: its films, or the dies in it; of what is not in the stack, one material */
static CwBox
get_box (const CwSectionPainter *self, guint level, guint8 material, gboolean dies)
{
  CwBox box = CW_BOX_EMPTY;

  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if (piece->level == level && (piece->role == CW_ROLE_DIE) == dies
          && (level != CW_LEVEL_NONE || piece->material == material))
        box = cw_box_union (box, piece->polygon->bounds);
    }

  return box;
}

/* what the row says: level, material and thickness, as far as they are wanted */
static char *
make_text (const CwSectionPainter *self, const char *name, guint8 material, gint64 thickness)
{
  g_autofree char *length = cw_length_format_with_unit (thickness, CW_UNIT_UM);
  const char *substance = cw_technology_get_material (self->technology, material)->name;
  gboolean is_thin = thickness * self->view.scale_z < CW_SECTION_LEAST;
  GString *text = g_string_new (name);

  if (self->style.legend && strcmp (name, substance) != 0)
    g_string_append_printf (text, "  %s", substance);
  if (self->style.dimensions)
    g_string_append_printf (text, is_thin ? _ ("  %s, not to scale") : "  %s", length);

  return g_string_free (text, FALSE);
}

static void
add_row (const CwSectionPainter *self, GArray *rows, const char *name, guint8 material,
         guint8 level, CwBox box)
{
  /* balls are calculated to the nanometre, which nobody wants to read */
  gint64 thickness = (((gint64) box.max.y - box.min.y) + 50) / 100 * 100;
  Row row = { .material = material, .level = level };

  row.top = cw_section_painter_get_spot (self, box.max).y;
  row.bottom = cw_section_painter_get_spot (self, box.min).y;
  if (cw_box_is_empty (box) || material == CW_MATERIAL_NONE || row.bottom < 0
      || row.top > self->height)
    return;

  row.text = make_text (self, name, material, thickness);
  row.y = (MAX (row.top, 0) + MIN (row.bottom, self->height)) / 2;
  g_array_append_val (rows, row);
}

static guint8
get_die_material (const CwSectionPainter *self)
{
  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      if (cw_section_get_piece (self->section, i)->role == CW_ROLE_DIE)
        return cw_section_get_piece (self->section, i)->material;
    }

  return CW_MATERIAL_NONE;
}

/* carriers, films and fillings that are removed again */
static void
add_temporary_rows (const CwSectionPainter *self, GArray *rows)
{
  gboolean is_listed[256] = { FALSE };

  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if (piece->level != CW_LEVEL_NONE || piece->material == CW_MATERIAL_NONE
          || is_listed[piece->material])
        continue;
      is_listed[piece->material] = TRUE;
      add_row (self, rows, cw_technology_get_material (self->technology, piece->material)->name,
               piece->material, CW_LEVEL_NONE,
               get_box (self, CW_LEVEL_NONE, piece->material, FALSE));
    }
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  double one = ((const Row *) a)->y;
  double other = ((const Row *) b)->y;

  return one < other ? -1 : one > other;
}

static GArray *
list_rows (const CwSectionPainter *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  if (!self->style.legend && !self->style.dimensions)
    return rows;
  for (guint i = cw_technology_get_n_levels (self->technology); i > 0; i--)
    {
      const CwLevel *level = cw_technology_get_level (self->technology, i - 1);
      CwCoord bottom = cw_technology_get_level_bottom (self->technology, i - 1);
      CwBox box = get_box (self, i - 1, CW_MATERIAL_NONE, FALSE);

      /* films have teeth and lie below dies: their thickness is that of the level, unless the step
       * has them otherwise */
      if (level->kind != CW_LEVEL_BALL && box.max.y == bottom + level->thickness)
        box.min.y = bottom;
      add_row (self, rows, level->name, level->material, (guint8) (i - 1), box);
      if (level->kind == CW_LEVEL_DIE)
        add_row (self, rows, C_ ("legend", "Die"), get_die_material (self), (guint8) (i - 1),
                 get_box (self, i - 1, CW_MATERIAL_NONE, TRUE));
    }
  add_temporary_rows (self, rows);
  g_array_sort (rows, compare_rows); /* is stable */

  return rows;
}

static double
measure_rows (const GArray *rows)
{
  double widest = 0;

  if (rows->len == 0)
    return 0;

  for (guint i = 0; i < rows->len; i++)
    {
      CwLabel label = { g_array_index (rows, Row, i).text, TEXT_SIZE, FALSE, { 0, 0 }, 0, 0, 0 };
      double width;
      double height;

      cw_label_measure (&label, &width, &height);
      widest = MAX (widest, width);
    }

  return LEADER_WIDTH + SWATCH + 2 * BORDER + ceil (widest);
}

/* how much room the legend takes right of the section [px] */
double
cw_section_painter_measure_legend (const CwSectionPainter *self)
{
  g_autoptr (GArray) rows = list_rows (self);

  return measure_rows (rows);
}

/* Moves rows apart until none overlap, closer together where there are many; fails when there is no
 * room for all even so. */
static gboolean
spread_rows (GArray *rows, double height)
{
  double room = height - 2 * BORDER;
  double step = rows->len > 0 ? MIN (ROW_HEIGHT, room / rows->len) : ROW_HEIGHT;
  double low = BORDER + step / 2;
  double high = height - BORDER - step / 2;

  if (rows->len == 0 || step < ROW_LEAST)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      row->y = MAX (row->y, low);
      low = row->y + step;
    }
  for (guint i = rows->len; i > 0; i--)
    {
      Row *row = &g_array_index (rows, Row, i - 1);

      row->y = MIN (row->y, high);
      high = row->y - step;
    }

  return TRUE;
}

static void
paint_swatch (const CwSectionPainter *self, guint8 material, guint8 level, double x, double y)
{
  CwFrame area = { x, y, x + SWATCH, y + SWATCH };
  CwSpot phase = { -x, -y };
  CwSectionLook look = cw_section_painter_get_look (self, material, level);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, x, y, SWATCH, SWATCH);
  cw_colour_set_source (look.fill, self->cr);
  cairo_fill_preserve (self->cr);
  cairo_save (self->cr);
  cairo_clip_preserve (self->cr);
  cw_section_look_paint_hatch (&look, self->cr, area, phase, SWATCH_SHARE);
  cairo_restore (self->cr);
  cairo_rectangle (self->cr, x, y, SWATCH, SWATCH);
  cw_colour_set_source (self->theme->text_muted, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* a bracket over the height of a level, and a leader from it to its row */
static void
paint_leader (const CwSectionPainter *self, const Row *row, double right)
{
  double middle = (MAX (row->top, 0) + MIN (row->bottom, self->height)) / 2;
  double x = right + LEADER_WIDTH;

  cairo_new_path (self->cr);
  if (self->style.dimensions)
    {
      cairo_move_to (self->cr, right + 4, row->top + 0.75);
      cairo_line_to (self->cr, right + 8, row->top + 0.75);
      cairo_line_to (self->cr, right + 8, row->bottom - 0.75);
      cairo_line_to (self->cr, right + 4, row->bottom - 0.75);
    }
  cairo_move_to (self->cr, right + (self->style.dimensions ? 8 : 4), middle);
  cairo_line_to (self->cr, right + 12, middle);
  cairo_line_to (self->cr, x - 8, row->y);
  cairo_line_to (self->cr, x - 4, row->y);
  cw_colour_set_source (self->theme->text_muted, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
}

/* the legend right of the section, each level with its dimension bracket; painted whole or not */
void
cw_section_painter_paint_legend (const CwSectionPainter *self)
{
  g_autoptr (GArray) rows = list_rows (self);
  double right = (cw_section_get_bounds (self->section).max.x - self->view.s) * self->view.scale_s;

  if (!spread_rows (rows, self->height) || right < 0
      || right + measure_rows (rows) > self->width + 1)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      double x = right + LEADER_WIDTH;
      double indent = self->style.legend ? SWATCH + BORDER : 0;
      CwLabel label = { row->text, TEXT_SIZE, FALSE, { x + indent, row->y }, 0, 0.5, 0 };

      paint_leader (self, row, right);
      if (self->style.legend)
        paint_swatch (self, row->material, row->level, x, row->y - SWATCH / 2);
      cw_label_paint (&label, self->cr, self->theme->text);
    }
}

static const char *
get_name (const CwSectionPainter *self, const CwSectionPiece *piece)
{
  switch (piece->role)
    {
    case CW_ROLE_DIE:
    case CW_ROLE_BALL:
      return cw_design_get_item_name (self->design, piece->item);
    case CW_ROLE_TRACE:
    case CW_ROLE_BUS:
    case CW_ROLE_ZONE:
    case CW_ROLE_PASSIVE:
    case CW_ROLE_TERMINAL:
    case CW_ROLE_LAND:
    case CW_ROLE_BONDING_PAD:
    case CW_ROLE_DIE_PAD:
      return piece->net != CW_ID_NONE ? cw_design_get_net_name (self->design, piece->net) : NULL;
    default:
      return NULL;
    }
}

/* the names of dies and balls and the nets of wiring, where they fit into their pieces */
void
cw_section_painter_paint_names (const CwSectionPainter *self)
{
  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);
      CwSpot low = cw_section_painter_get_spot (self, piece->polygon->bounds.min);
      CwSpot high = cw_section_painter_get_spot (self, piece->polygon->bounds.max);
      CwSpot middle = { (MAX (low.x, 0) + MIN (high.x, self->width)) / 2, (low.y + high.y) / 2 };
      CwColour ground;
      CwLabel label
          = { get_name (self, piece), TEXT_SIZE, piece->role == CW_ROLE_DIE, middle, 0.5, 0.5, 0 };
      double width;
      double height;

      if (label.text == NULL || label.text[0] == '\0' || low.y - high.y < NAME_LEAST || high.x < 0
          || low.x > self->width || piece->material == CW_MATERIAL_NONE)
        continue;
      ground = cw_section_painter_get_look (self, piece->material, piece->level).fill;
      if (low.y - high.y > 40)
        label.size = 14;
      cw_label_measure (&label, &width, &height);
      if (width + BORDER > MIN (high.x, self->width) - MAX (low.x, 0)
          || (piece->role == CW_ROLE_BALL && width > (high.x - low.x) * 0.8))
        continue;
      cw_label_paint_halo (&label, self->cr, ground, 3);
      cw_label_paint (&label, self->cr, cw_colour_pick_text (ground));
    }
}

/* the scale bar, with the factor that z is drawn out by so that nobody reads a wrong aspect */
void
cw_section_painter_paint_scale (const CwSectionPainter *self)
{
  double factor = self->view.scale_z / self->view.scale_s;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *note = NULL;

  g_ascii_formatd (buffer, sizeof buffer, fabs (factor - round (factor)) < 0.005 ? "%.0f" : "%.2g",
                   factor);
  note = g_strdup_printf ("z ×%s", buffer);
  cw_overlay_paint_scale_bar (self->cr, self->theme, self->view.scale_s,
                              (CwSpot){ 20, self->height - 14.0 }, 240, note);
}
