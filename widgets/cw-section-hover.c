/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/cw-section-area-private.h"
#include "widgets/render/cw-label.h"

#define LABEL_SIZE 13 /* [px] */
#define PADDING 7     /* [px] */

static char *
format (CwSectionArea *self, gint64 length)
{
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;

  return cw_length_format_with_unit (length, unit);
}

/**
 * cw_section_area_dup_text:
 * @self: a view
 * @index: one of the pieces of its section
 *
 * Says what a piece is: its item or its level, its material, how thick it is and where.
 *
 * Returns: (transfer full): words in several lines
 */
char *
cw_section_area_dup_text (CwSectionArea *self, gsize index)
{
  const CwSectionPiece *piece = cw_section_get_piece (self->section, index);
  const CwTechnology *technology = cw_design_get_technology (self->design);
  CwBox box = piece->polygon->bounds;
  CwPick pick = { piece->item, cw_id_get_kind (piece->item) == CW_ITEM_DIE ? piece->part : 0 };
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
  g_autofree char *thickness = format (self, (gint64) box.max.y - box.min.y);
  g_autofree char *low = format (self, box.min.y);
  g_autofree char *high = format (self, box.max.y);
  g_autofree char *item
      = piece->item != CW_ID_NONE ? cw_pick_dup_description (self->design, pick, unit) : NULL;
  GString *text = g_string_new (item);

  if (item != NULL && *item != '\0')
    g_string_append_c (text, '\n');
  if (piece->material != CW_MATERIAL_NONE)
    g_string_append (text, cw_technology_get_material (technology, piece->material)->name);
  if (piece->level < cw_technology_get_n_levels (technology))
    g_string_append_printf (text, _ (", level %s"),
                            cw_technology_get_level (technology, piece->level)->name);
  else
    g_string_append (text, _ (", does not stay"));
  g_string_append_printf (text, _ ("\n%s thick, z from %s to %s"), thickness, low, high);

  return g_string_free (text, FALSE);
}

static char *
dup_edge_text (CwSectionArea *self)
{
  const CwLevel *level
      = cw_technology_get_level (cw_design_get_technology (self->design), self->edge);
  g_autofree char *thickness = format (self, level->thickness);

  return g_strdup_printf (_ ("Drag to set the thickness of %s, now %s"), level->name, thickness);
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
               CwSectionArea *self)
{
  g_autofree char *text = NULL;
  gssize piece;

  if (self->section == NULL || self->editor == NULL || self->dragging || keyboard)
    return FALSE;
  piece = cw_section_area_find_piece (self);
  if (self->edge != CW_LEVEL_NONE)
    text = dup_edge_text (self);
  else if (piece >= 0)
    text = cw_section_area_dup_text (self, (gsize) piece);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  /* another text where another thing is */
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 2, y - 2, 4, 4 });

  return TRUE;
}

void
cw_section_area_add_tooltip (CwSectionArea *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip), self);
}

static void
paint_plate (const CwTheme *theme, cairo_t *cr, const CwLabel *label, CwColour border)
{
  double width;
  double height;

  cw_label_measure (label, &width, &height);
  cairo_rectangle (cr, floor (label->at.x - PADDING) + 0.5,
                   floor (label->at.y - height / 2 - PADDING + 3) + 0.5, ceil (width + 2 * PADDING),
                   ceil (height + 2 * PADDING - 6));
  cw_colour_set_source (cw_colour_with_alpha (theme->package, 0.95), cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (border, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cw_label_paint (label, cr, theme->text);
}

/* the edge that would be dragged, and while it is, its number or why it cannot be */
void
cw_section_area_paint_edge (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int width,
                            int height)
{
  const CwTechnology *technology = cw_design_get_technology (self->design);
  const CwLevel *level;
  CwColour colour = self->edge_message != NULL ? theme->violation : theme->selection;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  CwCoord top;
  double y;

  if (self->edge >= cw_technology_get_n_levels (technology))
    return;
  level = cw_technology_get_level (technology, self->edge);
  top = cw_technology_get_level_bottom (technology, self->edge)
        + (self->dragging ? self->edge_to : level->thickness);
  y = floor ((self->view.z - top) * self->view.scale_z) + 0.5;
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, self->dragging ? 2 : 1);
  cairo_stroke (cr);
  if (!self->dragging)
    return;
  number = format (self, self->edge_to);
  text = self->edge_message != NULL ? g_strdup (self->edge_message)
                                    : g_strdup_printf ("%s  %s", level->name, number);
  {
    CwLabel label = {
      text, (int) (LABEL_SIZE * self->ratio), self->edge_message == NULL, { 0, 0 }, 0, 0.5, 0
    };
    double label_width;
    double label_height;

    cw_label_measure (&label, &label_width, &label_height);
    label.at.x = CLAMP (self->x + 20, 12, MAX (12, width - label_width - 12));
    label.at.y = CLAMP (y - label_height - 10, label_height, height - label_height);
    paint_plate (theme, cr, &label, colour);
  }
}

/* all that lies on the level that was clicked on */
void
cw_section_area_paint_level (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int width,
                             int height)
{
  guint8 level = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->marked_level;

  if (level == CW_LEVEL_NONE)
    return;
  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if (piece->level == level && piece->item == CW_ID_NONE)
        cw_section_paint_piece (cr, self->section, i, &self->view, width, height, theme->selection,
                                CW_PLAN_LOOK_OUTLINE);
    }
}
