/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-status-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/tool/cw-hit.h"

#define NUMBER_CHARS 9  /* of a length */
#define MOST_ASKED 1000 /* things that are asked for their net */
#define WIDE 1350       /* [px] */
#define NARROW 1100     /* [px] */

struct _CwStatusBar
{
  GtkWidget parent_instance;

  CwCanvas *canvas; /* not owned: both are in one window */
  CwEditor *editor;
  CwChecker *checker;
  gboolean in_section;
  double s;
  double z;
  guint tick;

  GtkWidget *hints;
  GtkWidget *place;
  GtkWidget *distance;
  GtkWidget *level;
  GtkWidget *grid;
  GtkWidget *snap;
  GtkWidget *unit;
  GtkWidget *zoom;
  GtkWidget *selection;
  GtkWidget *checks;
  GtkWidget *saved;
};

G_DEFINE_FINAL_TYPE (CwStatusBar, cw_status_bar, GTK_TYPE_WIDGET)

static const CwToolSettings *
get_settings (CwStatusBar *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor));
}

/* Of texts that follow the pointer: a label would lay the whole window out anew in each frame. */
static void
set_live_text (GtkWidget *inscription, const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

/* as wide as a digit */
#define FIGURE_SPACE "\xe2\x80\x87"

/* a length that takes the same room whatever it is, so that nothing behind it jumps */
static char *
dup_padded (gint64 length, CwUnit unit)
{
  g_autofree char *text = cw_length_format (length, unit);
  GString *padded = g_string_new (NULL);

  for (glong n = g_utf8_strlen (text, -1); n < NUMBER_CHARS; n++)
    g_string_append (padded, FIGURE_SPACE);
  g_string_append (padded, text);

  return g_string_free (padded, FALSE);
}

static void
update_place (CwStatusBar *self, CwUnit unit)
{
  const CwSnap *snap = cw_tool_get_snap (cw_editor_get_tool (self->editor));
  const char *symbol = cw_unit_get_symbol (unit);
  g_autofree char *text = NULL;
  g_autofree char *distance = NULL;
  CwPoint at;

  if (self->in_section)
    {
      g_autofree char *s = dup_padded ((gint64) rint (self->s), unit);
      g_autofree char *z = dup_padded ((gint64) rint (self->z), unit);

      text = g_strdup_printf ("s %s  z %s %s", s, z, symbol);
    }
  else if (cw_editor_get_pointer (self->editor, &at))
    {
      g_autofree char *x = NULL;
      g_autofree char *y = NULL;
      g_autofree char *dx = NULL;
      g_autofree char *dy = NULL;
      g_autofree char *d = NULL;
      CwPoint origin = get_settings (self)->origin;
      double right;
      double up;

      if (cw_tool_get_state (cw_editor_get_tool (self->editor)) != CW_TOOL_IDLE)
        at = snap->at;
      right = (double) at.x - origin.x;
      up = (double) at.y - origin.y;
      x = dup_padded (at.x, unit);
      y = dup_padded (at.y, unit);
      dx = dup_padded ((gint64) right, unit);
      dy = dup_padded ((gint64) up, unit);
      d = dup_padded ((gint64) rint (hypot (right, up)), unit);
      text = g_strdup_printf ("x %s  y %s %s", x, y, symbol);
      distance = g_strdup_printf ("dx %s  dy %s  d %s", dx, dy, d);
    }
  set_live_text (self->place, text != NULL ? text : "");
  set_live_text (self->distance, distance != NULL ? distance : "");
}

static void
update_tool (CwStatusBar *self)
{
  CwTool *tool = cw_editor_get_tool (self->editor);
  const CwSnap *snap = cw_tool_get_snap (tool);
  g_autofree char *live = cw_tool_dup_live_text (tool);
  g_autofree char *hint = cw_tool_dup_hint_text (tool);
  g_autofree char *name = NULL;

  set_live_text (self->hints, live != NULL ? live : hint);
  if (cw_tool_get_state (tool) != CW_TOOL_IDLE && snap->kind != CW_SNAP_NONE)
    name = snap->kind == CW_SNAP_GRID
               ? g_strdup (_ ("grid"))
               : cw_snap_dup_name (snap, cw_editor_get_design (self->editor));
  set_live_text (self->snap, name != NULL ? name : "");
}

/* the net that all that is selected is on, NULL for several, none or very much */
static const char *
get_common_net (CwStatusBar *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  guint n = cw_selection_get_n (selection);
  CwId net = CW_ID_NONE;

  for (guint i = 0; i < n && n <= MOST_ASKED; i++)
    {
      CwPick pick = cw_selection_get (selection, i);
      const CwDie *die = cw_design_get_die (design, pick.item);
      CwId other = die == NULL ? cw_design_get_item_net (design, pick.item)
                   : pick.part > 0 && die->nets != NULL && pick.part <= die->nets->n_nets
                       ? die->nets->nets[pick.part - 1]
                       : CW_ID_NONE;

      if (other == CW_ID_NONE || (i > 0 && other != net))
        return NULL;
      net = other;
    }

  return net != CW_ID_NONE ? cw_design_get_net_name (design, net) : NULL;
}

static void
update_selection (CwStatusBar *self, CwUnit unit)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  guint n = cw_selection_get_n (selection);
  g_autofree char *text = NULL;

  if (n == 1)
    text = cw_pick_dup_description (design, cw_selection_get (selection, 0), unit);
  else if (n > 1)
    {
      const char *net = get_common_net (self);

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
      if (net != NULL)
        {
          g_autofree char *count = g_steal_pointer (&text);

          text = g_strdup_printf (_ ("%s, net %s"), count, net);
        }
    }
  set_live_text (self->selection, text != NULL ? text : "");
}

static void
update_settings (CwStatusBar *self, CwUnit unit)
{
  const CwToolSettings *settings = get_settings (self);
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  g_autofree char *length = cw_length_format_with_unit (settings->grid, unit);
  g_autofree char *grid
      = settings->grid > 0 ? g_strdup_printf (_ ("grid %s"), length) : g_strdup (_ ("no grid"));
  CwPlanView view;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *zoom = NULL;

  cw_canvas_get_view (self->canvas, &view);
  g_ascii_formatd (number, sizeof number, "%.3g", (view.scale < 1e-3 ? 1e-3 : 1) / view.scale);
  zoom = g_strdup_printf ("%s %s/px", number, view.scale < 1e-3 ? "µm" : "nm");
  set_live_text (self->level,
                 settings->active_level < cw_technology_get_n_levels (technology)
                     ? cw_technology_get_level (technology, settings->active_level)->name
                     : "");
  gtk_button_set_label (GTK_BUTTON (self->grid), grid);
  gtk_button_set_label (GTK_BUTTON (self->unit), cw_unit_get_symbol (unit));
  set_live_text (self->zoom, zoom);
}

static void
update_checks (CwStatusBar *self)
{
  g_autofree char *text = NULL;
  gsize n_errors;
  gsize n_warnings;

  gtk_widget_remove_css_class (self->checks, "error");
  gtk_widget_remove_css_class (self->checks, "success");
  switch (cw_checker_get_state (self->checker))
    {
    case CW_CHECKER_RUNNING:
      text = g_strdup_printf (_ ("checking %d %%"),
                              (int) (100 * cw_checker_get_fraction (self->checker)));
      break;

    case CW_CHECKER_DONE:
      cw_checker_count (self->checker, &n_errors, &n_warnings);
      if (n_errors + n_warnings == 0)
        {
          text = g_strdup (_ ("✓ no violations"));
          gtk_widget_add_css_class (self->checks, "success");
        }
      else
        text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "✕ %" G_GSIZE_FORMAT " error",
                                             "✕ %" G_GSIZE_FORMAT " errors", n_errors),
                                n_errors);
      if (n_errors > 0)
        gtk_widget_add_css_class (self->checks, "error");
      if (n_warnings > 0)
        {
          g_autofree char *errors = g_steal_pointer (&text);

          text = g_strdup_printf ("%s  ▲ %" G_GSIZE_FORMAT, errors, n_warnings);
        }
      break;

    case CW_CHECKER_IDLE:
    default:
      text = g_strdup (_ ("not checked"));
      break;
    }
  if (cw_checker_get_state (self->checker) == CW_CHECKER_DONE
      && cw_checker_get_n_waived (self->checker) > 0)
    {
      g_autofree char *open = g_steal_pointer (&text);

      text = g_strdup_printf (_ ("%s, %" G_GSIZE_FORMAT " waived"), open,
                              cw_checker_get_n_waived (self->checker));
    }
  gtk_button_set_label (GTK_BUTTON (self->checks), text);
}

/* what there is no room for goes, the least needed first */
static void
fit_width (CwStatusBar *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  gtk_widget_set_visible (self->distance, width >= WIDE);
  gtk_widget_set_visible (self->snap, width >= NARROW);
  gtk_widget_set_visible (self->zoom, width >= NARROW);
}

static void
update (CwStatusBar *self)
{
  CwUnit unit;

  if (self->editor == NULL)
    return;
  unit = get_settings (self)->unit;
  update_place (self, unit);
  update_tool (self);
  update_selection (self, unit);
  update_settings (self, unit);
  update_checks (self);
  set_live_text (self->saved, cw_document_is_modified (cw_editor_get_document (self->editor))
                                  ? _ ("● modified")
                                  : _ ("saved"));
  fit_width (self);
}

static gboolean
update_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CwStatusBar *self = CW_STATUS_BAR (widget);

  self->tick = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* many things may happen between two frames, the texts are made once */
static void
update_soon (CwStatusBar *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_in_frame, NULL, NULL);
}

static GtkWidget *
make_live_text (guint least, guint chars)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), least);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), chars);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);

  return text;
}

static GtkWidget *
add_live_text (GtkWidget *bar, guint least, guint chars, const char *tooltip)
{
  GtkWidget *text = make_live_text (least, chars);

  gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_tooltip_text (text, tooltip);
  gtk_box_append (GTK_BOX (bar), text);

  return text;
}

static GtkWidget *
add_button (GtkWidget *bar, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (bar), button);

  return button;
}

static void
drop_editor (CwStatusBar *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_signal_handlers_disconnect_by_data (self->checker, self);
  g_clear_object (&self->editor);
  g_clear_object (&self->checker);
}

static void
cw_status_bar_dispose (GObject *object)
{
  CwStatusBar *self = CW_STATUS_BAR (object);
  GtkWidget *child;

  drop_editor (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_status_bar_parent_class)->dispose (object);
}

static void
cw_status_bar_class_init (CwStatusBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_status_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_status_bar_init (CwStatusBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->hints = make_live_text (8, 80);
  gtk_widget_add_css_class (self->hints, "hint-bar");
  gtk_widget_set_parent (self->hints, GTK_WIDGET (self));
  gtk_widget_add_css_class (bar, "status-bar");
  gtk_widget_set_parent (bar, GTK_WIDGET (self));

  self->place = add_live_text (bar, 12, 26, _ ("Where the pointer is"));
  self->distance = add_live_text (bar, 4, 36, _ ("From the local origin, which O sets"));
  self->level = add_live_text (bar, 4, 9, _ ("Level that is drawn on"));
  self->grid = add_button (bar, "win.next-grid", _ ("Grid that the pointer snaps to (N, Shift+N)"));
  self->snap = add_live_text (bar, 2, 18, _ ("What the pointer snapped to"));
  self->unit = add_button (bar, "win.next-unit", _ ("Unit (Ctrl+U)"));
  self->zoom = add_live_text (bar, 4, 11, _ ("Size of a pixel"));
  self->selection = add_live_text (bar, 4, 20, _ ("What is selected"));
  gtk_widget_set_hexpand (self->selection, TRUE);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->selection), 1);
  self->checks = add_button (bar, "win.show-checks", _ ("Design rules: show the list"));
  self->saved = add_live_text (bar, 4, 10, _ ("Whether the file has what is shown"));
}

/**
 * cw_status_bar_new:
 * @canvas: (transfer none): whose zoom to show; it lives as long as the bar
 *
 * Makes a bar of two lines.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_status_bar_new (CwCanvas *canvas)
{
  CwStatusBar *self = g_object_new (CW_TYPE_STATUS_BAR, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cw_status_bar_set_editor:
 * @self: a bar
 * @editor: (nullable): whose state to show
 * @checker: (nullable): its checker
 *
 * Shows the state of a document.
 */
void
cw_status_bar_set_editor (CwStatusBar *self, CwEditor *editor, CwChecker *checker)
{
  g_return_if_fail (CW_IS_STATUS_BAR (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  self->checker = g_object_ref (checker);
  self->in_section = FALSE;
  g_signal_connect_swapped (editor, "updated", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (editor, "pointer-moved", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "live-changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "saved", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (checker, "changed", G_CALLBACK (update_soon), self);
  update_soon (self);
}

/**
 * cw_status_bar_show_section:
 * @self: a bar
 * @inside: whether the pointer is over the section
 * @s: where it is along the line [nm]
 * @z: where it is above the bottom of the stack [nm]
 *
 * Shows where the pointer is in the section.
 */
void
cw_status_bar_show_section (CwStatusBar *self, gboolean inside, double s, double z)
{
  g_return_if_fail (CW_IS_STATUS_BAR (self));

  self->in_section = inside;
  self->s = s;
  self->z = z;
  update_soon (self);
}
