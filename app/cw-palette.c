/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-palette.h"

#include <glib/gi18n.h>

#define WIDTH 620       /* [px] */
#define ROWS_HEIGHT 420 /* at most [px] */
#define PAGE 8          /* rows that Page Down goes on by */

struct _CwPalette
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *help;
  GListStore *rows; /* of CwPaletteRow */
  GtkSingleSelection *selection;
};

enum
{
  CHANGED,
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPalette, cw_palette, GTK_TYPE_WIDGET)

static void
choose (CwPalette *self, guint position)
{
  g_autoptr (CwPaletteRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row == NULL || row->reason != NULL || row->kind == CW_PALETTE_NOTE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  cw_palette_close (self);
  g_signal_emit (self, signals[CHOSEN], 0, row);
}

static void
row_activated (GtkListView *list, guint position, CwPalette *self)
{
  choose (self, position);
}

static void
entry_activated (CwPalette *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
text_changed (CwPalette *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
step (CwPalette *self, int by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  int at = (int) gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  /* one step goes round, a page stops at the ends */
  at = ABS (by) == 1 ? (at + by + n) % n : CLAMP (at + by, 0, n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) at);
}

/* the field keeps the keyboard, the rows go along */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwPalette *self)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Tab:
      step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_ISO_Left_Tab:
      step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
      step (self, PAGE);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
      step (self, -PAGE);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      cw_palette_close (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pressed (GtkGestureClick *gesture, int n, double x, double y, CwPalette *self)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (target == NULL || (target != self->card && !gtk_widget_is_ancestor (target, self->card)))
    cw_palette_close (self);
}

static GtkWidget *
make_label (const char *style, gboolean expands)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), expands ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, expands);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL, TRUE));
  gtk_box_append (GTK_BOX (words), make_label ("palette-detail", TRUE));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_label (NULL, FALSE));
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  CwPaletteRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *detail = gtk_widget_get_last_child (words);
  GtkWidget *tag = gtk_widget_get_last_child (box);
  const char *below = row->reason != NULL ? row->reason : row->detail;
  g_autofree char *spoken = g_strdup_printf ("%s. %s", row->title, below != NULL ? below : "");

  gtk_label_set_text (GTK_LABEL (title), row->title);
  gtk_label_set_text (GTK_LABEL (detail), below != NULL ? below : "");
  gtk_widget_set_visible (detail, below != NULL);
  gtk_label_set_text (GTK_LABEL (tag), row->tag != NULL ? row->tag : "");
  gtk_widget_set_visible (tag, row->tag != NULL);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_remove_css_class (tag, row->is_key ? "palette-tag" : "keycap");
  gtk_widget_add_css_class (tag, row->is_key ? "keycap" : "palette-tag");
  if (row->reason != NULL)
    gtk_widget_add_css_class (title, "palette-disabled");
  else
    gtk_widget_remove_css_class (title, "palette-disabled");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
cw_palette_dispose (GObject *object)
{
  CwPalette *self = CW_PALETTE (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (cw_palette_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, GType type)
{
  return g_signal_new (name, CW_TYPE_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0, type);
}

static void
cw_palette_class_init (CwPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_palette_dispose;

  /**
   * CwPalette::changed:
   * @self: a palette
   *
   * Another text is looked for: give it rows.
   */
  signals[CHANGED] = new_signal ("changed", G_TYPE_NONE);

  /**
   * CwPalette::chosen:
   * @self: a palette, closed already
   * @row: a #CwPaletteRow
   *
   * A row was chosen.
   */
  signals[CHOSEN] = new_signal ("chosen", CW_TYPE_PALETTE_ROW);

  /**
   * CwPalette::closed:
   * @self: a palette
   *
   * The palette is not shown any more.
   */
  signals[CLOSED] = new_signal ("closed", G_TYPE_NONE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "palette");
}

static GtkWidget *
make_list (CwPalette *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_widget_add_css_class (self->list, "palette-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), ROWS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  return scroller;
}

static void
cw_palette_init (CwPalette *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_list_store_new (CW_TYPE_PALETTE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  self->help = make_label ("palette-help", FALSE);
  gtk_label_set_text (GTK_LABEL (self->help), _ ("> actions   @ items   # nets   : go to   = "
                                                 "calculate   ↑ ↓ choose   Enter do   Esc close"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "edit-find-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("What to do, or a die, pad, net, level, file…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Command palette"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (self->entry, key);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (self->card, "palette-card");
  gtk_widget_set_halign (self->card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->card, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->card, WIDTH, -1);
  gtk_box_append (GTK_BOX (self->card), self->entry);
  gtk_box_append (GTK_BOX (self->card), make_list (self));
  gtk_box_append (GTK_BOX (self->card), self->help);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cw_palette_new:
 *
 * Makes a palette that is not shown.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_palette_new (void)
{
  return g_object_new (CW_TYPE_PALETTE, NULL);
}

/**
 * cw_palette_open:
 * @self: a palette
 * @text: what the field begins with, such as `:`
 *
 * Shows the palette, with the keyboard in its field.
 */
void
cw_palette_open (CwPalette *self, const char *text)
{
  g_return_if_fail (CW_IS_PALETTE (self) && text != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_palette_close:
 * @self: a palette
 *
 * Hides the palette.
 */
void
cw_palette_close (CwPalette *self)
{
  g_return_if_fail (CW_IS_PALETTE (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * cw_palette_get_text:
 *
 * Returns: (transfer none): what is looked for
 */
const char *
cw_palette_get_text (CwPalette *self)
{
  g_return_val_if_fail (CW_IS_PALETTE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * cw_palette_set_rows:
 * @self: a palette
 * @rows: (element-type CwPaletteRow): what was found, best first
 *
 * Shows what was found.
 */
void
cw_palette_set_rows (CwPalette *self, GPtrArray *rows)
{
  g_return_if_fail (CW_IS_PALETTE (self) && rows != NULL);

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, 0);
  if (rows->len > 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
}

/**
 * cw_palette_get_rows:
 *
 * Returns: (transfer none): the #CwPaletteRow that are shown
 */
GListModel *
cw_palette_get_rows (CwPalette *self)
{
  g_return_val_if_fail (CW_IS_PALETTE (self), NULL);

  return G_LIST_MODEL (self->rows);
}
