/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-start-sheet.h"

#include <glib/gi18n.h>

#include "widgets/cw-method-sketch.h"
#include "widgets/cw-setup-private.h"
#include "widgets/cw-setup-row.h"

#define MAX_LEVELS 12
#define SIZE_MIN (10 * CW_UM)
#define CARD_WIDTH 220   /* [px] */
#define SKETCH_HEIGHT 96 /* [px] */

enum
{
  NAME,
  WIDTH,
  HEIGHT,
  LEVELS,
  SCOPE,
  N_FIELDS
};

/* a method or a substrate to choose */
typedef struct
{
  CwStartSheet *sheet;
  CwMethod method;
  CwSubstrateKind substrate;
  GtkWidget *button;
  GtkWidget *sketch;
} Card;

struct _CwStartSheet
{
  GtkWidget parent_instance;

  Card methods[CW_N_METHODS];
  Card substrates[CW_N_SUBSTRATE_KINDS];
  GtkWidget *rows[N_FIELDS];
  GtkWidget *scroller;
};

enum
{
  ACCEPTED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwStartSheet, cw_start_sheet, GTK_TYPE_WIDGET)

static const char *const sentences[CW_N_METHODS] = {
  N_ ("The backs of the dies are glued to the board, the wiring grows on their faces. Needs no "
      "carrier; allows cavities."),
  N_ ("The faces of the dies are glued to a thin insulating sheet that stays and carries the "
      "wiring; then they are thinned from the back."),
  N_ ("The faces of the dies are glued to a carrier that is taken off again, so that the wiring "
      "begins right on the dies."),
};

static const CwSetupField fields[N_FIELDS] = {
  [NAME] = { .label = N_ ("Name"), .kind = CW_SETUP_TEXT },
  [WIDTH] = { .label = N_ ("Width"), .kind = CW_SETUP_LENGTH },
  [HEIGHT] = { .label = N_ ("Height"), .kind = CW_SETUP_LENGTH },
  [LEVELS] = { .label = N_ ("Wiring levels"), .kind = CW_SETUP_DECIMAL },
  [SCOPE] = { .label = N_ ("Dies of a package"), .kind = CW_SETUP_CHOICE },
};

static const char *const initial[N_FIELDS] = { "", "8", "8", "2", "0" };

static CwMethod
get_method (CwStartSheet *self)
{
  for (guint i = 0; i < CW_N_METHODS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->methods[i].button)))
      return (CwMethod) i;

  return CW_METHOD_A;
}

static CwSubstrateKind
get_substrate (CwStartSheet *self)
{
  for (guint i = 0; i < CW_N_SUBSTRATE_KINDS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->substrates[i].button)))
      return (CwSubstrateKind) i;

  return CW_SUBSTRATE_PLAIN;
}

/* only what the method can have; the pictures of the substrates are those of the method */
static void
method_chosen (CwStartSheet *self)
{
  CwMethod method = get_method (self);

  if (!cw_setup_may_have (method, get_substrate (self)))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->substrates[CW_SUBSTRATE_PLAIN].button),
                                  TRUE);
  for (guint i = 0; i < CW_N_SUBSTRATE_KINDS; i++)
    {
      gtk_widget_set_sensitive (self->substrates[i].button,
                                cw_setup_may_have (method, (CwSubstrateKind) i));
      self->substrates[i].method = method;
      gtk_widget_queue_draw (self->substrates[i].sketch);
    }
}

static char *
dup_text (CwStartSheet *self, guint field)
{
  return cw_setup_row_dup_text (CW_SETUP_ROW (self->rows[field]));
}

/* says what is wrong with a field, and goes there */
static gboolean
complain (CwStartSheet *self, guint field, const GError *error)
{
  cw_setup_row_set_message (CW_SETUP_ROW (self->rows[field]), error->message);
  gtk_widget_grab_focus (cw_setup_row_get_value (CW_SETUP_ROW (self->rows[field])));
  return FALSE;
}

static gboolean
parse_side (CwStartSheet *self, guint field, const char *what, CwCoord *side)
{
  g_autofree char *text = dup_text (self, field);
  g_autoptr (GError) error = NULL;

  return cw_setup_parse_length (text, CW_UNIT_MM, 0, what, SIZE_MIN, CW_COORD_MAX, side, &error)
         || complain (self, field, error);
}

static gboolean
parse_levels (CwStartSheet *self, guint *n)
{
  g_autofree char *text = dup_text (self, LEVELS);
  g_autoptr (GError) error = NULL;

  if (cw_setup_parse_count (text, "wiring levels", MAX_LEVELS, n, &error) && *n == 0)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "a package has at least one wiring level");

  return error == NULL || complain (self, LEVELS, error);
}

static CwDesign *
name_design (CwStartSheet *self, CwDesign *design)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autofree char *name = dup_text (self, NAME);
  g_autoptr (GError) error = NULL;

  if (!cw_edit_set_name (edit, name, &error))
    {
      complain (self, NAME, error);
      return NULL;
    }

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_start_sheet_make_design:
 * @self: a sheet
 *
 * Makes the package that was asked for.
 *
 * Returns: (transfer full) (nullable): the design, %NULL when a value is wrong, which the sheet says then
 */
CwDesign *
cw_start_sheet_make_design (CwStartSheet *self)
{
  g_autoptr (CwTechnology) technology = NULL;
  g_autoptr (CwPath) outline = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autofree char *scope = NULL;
  CwPanel panel;
  CwCoord width;
  CwCoord height;
  guint n_levels;

  g_return_val_if_fail (CW_IS_START_SHEET (self), NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    cw_setup_row_set_message (CW_SETUP_ROW (self->rows[i]), NULL);
  if (!parse_side (self, WIDTH, "package width", &width)
      || !parse_side (self, HEIGHT, "package height", &height) || !parse_levels (self, &n_levels))
    return NULL;

  technology = cw_technology_new_method (get_method (self), get_substrate (self), n_levels);
  scope = dup_text (self, SCOPE);
  panel = *cw_technology_get_panel (technology);
  panel.scope = strcmp (scope, "1") == 0 ? CW_UNIT_PLURAL_DIES : CW_UNIT_SINGLE_DIE;
  if (!cw_technology_set_panel (technology, &panel, NULL))
    return NULL;
  outline
      = cw_path_new_box (CW_BOX (-width / 2, -height / 2, width - width / 2, height - height / 2));
  design = cw_design_new (technology, outline);

  return name_design (self, design);
}

static void
accept (CwStartSheet *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
cancel (CwStartSheet *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* whether a list or a button that does something takes the key itself */
static gboolean
wants_enter (CwStartSheet *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL
         && (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL
             || (GTK_IS_BUTTON (focus) && !GTK_IS_TOGGLE_BUTTON (focus)));
}

/* Enter creates from almost anywhere */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwStartSheet *self)
{
  if (wants_enter (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    cancel (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    accept (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
draw_sketch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Card *card = user_data;

  cw_method_sketch_paint (cr, card->method, card->substrate, width, height);
}

static GtkWidget *
make_card (CwStartSheet *self, Card *card, const char *title, const char *sentence,
           GtkWidget *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_label_new (title);

  card->sheet = self;
  card->sketch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (card->sketch), SKETCH_HEIGHT);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (card->sketch), CARD_WIDTH - 40);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (card->sketch), draw_sketch, card, NULL);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 28);
  gtk_widget_add_css_class (words, "heading");
  gtk_box_append (GTK_BOX (box), card->sketch);
  gtk_box_append (GTK_BOX (box), words);
  if (sentence != NULL)
    {
      GtkWidget *note = gtk_label_new (sentence);

      gtk_label_set_wrap (GTK_LABEL (note), TRUE);
      gtk_label_set_xalign (GTK_LABEL (note), 0);
      gtk_label_set_max_width_chars (GTK_LABEL (note), 34);
      gtk_box_append (GTK_BOX (box), note);
    }
  card->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (card->button), box);
  gtk_widget_add_css_class (card->button, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card->button), GTK_TOGGLE_BUTTON (group));

  return card->button;
}

static GtkWidget *
make_flow (guint n)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), n);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 8);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 8);

  return flow;
}

static void
append_card (GtkWidget *flow, GtkWidget *card)
{
  gtk_flow_box_append (GTK_FLOW_BOX (flow), card);
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
add_cards (CwStartSheet *self, GtkWidget *box)
{
  GtkWidget *methods = make_flow (CW_N_METHODS);
  GtkWidget *substrates = make_flow (CW_N_SUBSTRATE_KINDS);

  for (guint i = 0; i < CW_N_METHODS; i++)
    {
      Card *card = &self->methods[i];

      card->method = (CwMethod) i;
      append_card (methods, make_card (self, card, cw_setup_get_method_word ((CwMethod) i),
                                       _ (sentences[i]), i > 0 ? self->methods[0].button : NULL));
      g_signal_connect_swapped (card->button, "toggled", G_CALLBACK (method_chosen), self);
    }
  for (guint i = 0; i < CW_N_SUBSTRATE_KINDS; i++)
    {
      Card *card = &self->substrates[i];

      card->substrate = (CwSubstrateKind) i;
      append_card (substrates,
                   make_card (self, card, cw_setup_get_substrate_word ((CwSubstrateKind) i), NULL,
                              i > 0 ? self->substrates[0].button : NULL));
    }
  gtk_box_append (GTK_BOX (box), make_heading (_ ("How it is made")));
  gtk_box_append (GTK_BOX (box), methods);
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Substrate")));
  gtk_box_append (GTK_BOX (box), substrates);
}

static void
add_rows (CwStartSheet *self, GtkWidget *box)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_auto (GStrv) scopes = cw_setup_list_scopes (NULL);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->rows[i] = cw_setup_row_new (&fields[i], labels);
      if (i == SCOPE)
        cw_setup_row_set_choices (CW_SETUP_ROW (self->rows[i]), (const char *const *) scopes);
      cw_setup_row_set_unit (CW_SETUP_ROW (self->rows[i]), cw_unit_get_symbol (CW_UNIT_MM));
      cw_setup_row_set_text (CW_SETUP_ROW (self->rows[i]), initial[i]);
      gtk_box_append (GTK_BOX (rows), self->rows[i]);
    }
  gtk_widget_set_size_request (rows, 340, -1);
  gtk_widget_set_halign (rows, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Size")));
  gtk_box_append (GTK_BOX (box), rows);
}

static GtkWidget *
make_buttons (CwStartSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *no = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *yes = gtk_button_new_with_label (_ ("Create package"));

  gtk_widget_add_css_class (yes, "suggested-action");
  g_signal_connect_swapped (no, "clicked", G_CALLBACK (cancel), self);
  g_signal_connect_swapped (yes, "clicked", G_CALLBACK (accept), self);
  gtk_widget_set_hexpand (no, TRUE);
  gtk_widget_set_halign (no, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), no);
  gtk_box_append (GTK_BOX (box), yes);

  return box;
}

static gboolean
cw_start_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_START_SHEET (widget)->methods[0].button);
}

static void
cw_start_sheet_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_start_sheet_parent_class)->dispose (object);
}

static void
cw_start_sheet_class_init (CwStartSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_start_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_start_sheet_grab_focus;

  /**
   * CwStartSheet::accepted:
   * @self: a sheet
   *
   * The package shall be made.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", CW_TYPE_START_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwStartSheet::cancelled:
   * @self: a sheet
   *
   * No package shall be made.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", CW_TYPE_START_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_start_sheet_init (CwStartSheet *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ ("New package"));
  GtkWidget *buttons = make_buttons (self);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "start-title");
  gtk_box_append (GTK_BOX (box), title);
  add_cards (self, box);
  add_rows (self, box);
  gtk_widget_add_css_class (box, "sheet");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (buttons, "sheet-buttons");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->methods[0].button), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->substrates[0].button), TRUE);
}

/**
 * cw_start_sheet_new:
 *
 * Makes a sheet with usual values.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_start_sheet_new (void)
{
  return g_object_new (CW_TYPE_START_SHEET, NULL);
}
