/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/cw-section-area-private.h"

/*
 * The border between two levels, dragged up or down, sets the thickness of the lower one.
 *
 *   over an edge --press--> dragging --release--> one step of undo, or a word why not
 *   Esc while dragging: nothing happened
 */

#define REACH 5.0 /* [px] */
#define THIN_ORGANIC_MIN (2 * CW_UM)
#define THIN_ORGANIC_MAX (200 * CW_UM)

/* steps that a dragged thickness keeps to, so that it is a round number at any zoom [nm] */
static const CwCoord steps[] = { 10, 50, 100, 500, CW_UM, 5 * CW_UM, 10 * CW_UM };

static gboolean
has_edge_at (CwSectionArea *self, guint8 level, CwCoord top, double s)
{
  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);
      CwBox box = piece->polygon->bounds;

      if (piece->level == level && piece->role != CW_ROLE_DIE && box.max.y == top && box.min.x <= s
          && s <= box.max.x)
        return TRUE;
    }

  return FALSE;
}

/* the level whose upper border the pointer is on, or CW_LEVEL_NONE */
guint8
cw_section_area_find_edge (CwSectionArea *self)
{
  const CwTechnology *technology;
  double s = self->view.s + self->x / self->view.scale_s;
  double nearest = REACH;
  guint8 found = CW_LEVEL_NONE;

  /* where the assembly lies upside down or is not finished, heights are not those of the stack */
  if (self->section == NULL || !self->has_pointer || !cw_section_area_is_upright (self))
    return CW_LEVEL_NONE;
  technology = cw_design_get_technology (self->design);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);
      CwCoord top = cw_technology_get_level_bottom (technology, i) + level->thickness;
      double distance = fabs ((self->view.z - top) * self->view.scale_z - self->y);

      if (level->kind == CW_LEVEL_BALL || distance >= nearest
          || !has_edge_at (self, (guint8) i, top, s))
        continue;
      nearest = distance;
      found = (guint8) i;
    }

  return found;
}

static CwCoord
get_step (CwSectionArea *self)
{
  CwCoord step = steps[0];

  for (gsize i = 1; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * self->view.scale_z <= 1.5)
      step = steps[i];

  return step;
}

static CwDesign *
get_base (CwSectionArea *self)
{
  return cw_editor_get_design (self->editor);
}

/* what rule R5 allows, which the model itself does not insist on */
static char *
dup_refusal (const CwLevel *level, CwCoord thickness)
{
  g_autofree char *text = NULL;

  if (level->kind != CW_LEVEL_THIN_ORGANIC
      || (thickness >= THIN_ORGANIC_MIN && thickness <= THIN_ORGANIC_MAX))
    return NULL;
  text = cw_length_format_with_unit (thickness, CW_UNIT_UM);

  return g_strdup_printf (_ ("%s: %s is not in 2 … 200 µm (R5, claim 181)"), level->name, text);
}

/**
 * cw_section_set_thickness:
 * @design: a design
 * @index: one of its levels
 * @thickness: what it is to be [nm]
 * @error: return location for an error
 *
 * Makes a design whose level has another thickness. What is out of range is refused, not clamped.
 *
 * Returns: (transfer full): the next design, or %NULL with what is allowed
 */
CwDesign *
cw_section_set_thickness (CwDesign *design, guint index, CwCoord thickness, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  CwLevel level = *cw_technology_get_level (technology, index);
  g_autofree char *refusal = dup_refusal (&level, thickness);

  if (refusal != NULL)
    {
      g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, refusal);
      return NULL;
    }
  level.thickness = thickness;
  if (!cw_technology_set_level (technology, index, &level, error)
      || !cw_edit_set_technology (edit, technology, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static void
forget_preview (CwSectionArea *self)
{
  g_clear_pointer (&self->edge_design, cw_design_unref);
  g_clear_pointer (&self->edge_message, g_free);
}

static void
update_cursor (CwSectionArea *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->edge != CW_LEVEL_NONE ? "ns-resize" : NULL);
}

/* after the pointer moved: shows what a press would take */
void
cw_section_area_hover_edge (CwSectionArea *self)
{
  guint8 edge;

  if (self->dragging)
    return;
  edge = cw_section_area_find_edge (self);
  if (edge == self->edge)
    return;
  self->edge = edge;
  update_cursor (self);
}

static void
end (CwSectionArea *self)
{
  self->dragging = FALSE;
  forget_preview (self);
  self->edge = CW_LEVEL_NONE;
  cw_section_area_hover_edge (self);
  update_cursor (self);
  cw_section_area_update (self);
  cw_section_area_redraw (self);
}

/* Esc while dragging; returns whether there was something to give up */
gboolean
cw_section_area_cancel_edge (CwSectionArea *self)
{
  if (!self->dragging)
    return FALSE;
  end (self);

  return TRUE;
}

static void
drag_began (GtkGestureDrag *gesture, double x, double y, CwSectionArea *self)
{
  if (self->editor == NULL || self->edge == CW_LEVEL_NONE || self->design != get_base (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragging = TRUE;
  self->edge_from
      = cw_technology_get_level (cw_design_get_technology (self->design), self->edge)->thickness;
  self->edge_to = self->edge_from;
}

static void
dragged (GtkGestureDrag *gesture, double dx, double dy, CwSectionArea *self)
{
  g_autoptr (GError) error = NULL;
  CwCoord step = get_step (self);
  double wanted;

  if (!self->dragging)
    return;
  wanted = rint ((self->edge_from - dy / self->view.scale_z) / step) * step;
  self->edge_to = (CwCoord) CLAMP (wanted, -CW_COORD_MAX, CW_COORD_MAX);
  forget_preview (self);
  if (self->edge_to != self->edge_from)
    self->edge_design
        = cw_section_set_thickness (get_base (self), self->edge, self->edge_to, &error);
  if (error != NULL)
    self->edge_message = g_strdup (error->message);
  cw_section_area_update (self);
  gtk_widget_queue_draw (self->live);
}

static void
drag_ended (GtkGestureDrag *gesture, double dx, double dy, CwSectionArea *self)
{
  g_autoptr (CwDesign) next = NULL;
  g_autofree char *message = NULL;
  g_autofree char *label = NULL;

  if (!self->dragging)
    return;
  next = g_steal_pointer (&self->edge_design);
  message = g_steal_pointer (&self->edge_message);
  label = g_strdup_printf (
      _ ("Set thickness of %s"),
      cw_technology_get_level (cw_design_get_technology (get_base (self)), self->edge)->name);
  end (self);
  if (next != NULL)
    cw_editor_commit (self->editor, next, label);
  else if (message != NULL)
    cw_tool_host_request (cw_editor_get_host (self->editor), CW_REQUEST_TOAST, CW_ID_NONE, message);
}

static void
drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, CwSectionArea *self)
{
  cw_section_area_cancel_edge (self);
}

void
cw_section_area_add_edge_drag (CwSectionArea *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
