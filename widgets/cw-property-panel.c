/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-property-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-net-table.h"
#include "widgets/cw-passive-values.h"
#include "widgets/cw-property-row.h"
#include "widgets/tool/cw-hit.h"

struct _CwPropertyPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *values; /* of a passive device */
  GtkWidget *note;   /* when there is nothing that all have */
  GPtrArray *rows;   /* of CwPropertyRow, which the grid owns */
  CwUnit unit;       /* that they are labelled with */
  char **nets;       /* names to choose from */
  guint64 nets_of;   /* serial of the design that they are of */
  guint tick;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPropertyPanel, cw_property_panel, GTK_TYPE_WIDGET)

static void update_soon (CwPropertyPanel *self);

static CwUnit
get_unit (CwPropertyPanel *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
}

static GArray *
dup_picks (CwPropertyPanel *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);

      g_array_append_val (picks, pick);
    }

  return picks;
}

/* one undo step for all that is selected; a wrong text stays, with its reason */
static void
row_edited (CwPropertyRow *row, const char *text, CwPropertyPanel *self)
{
  g_autoptr (GArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autofree char *label = NULL;

  if (self->editor == NULL)
    return;
  picks = dup_picks (self);
  next = cw_properties_set (cw_editor_get_design (self->editor),
                            (const CwPick *) (gpointer) picks->data, picks->len,
                            cw_property_row_get_name (row), text, get_unit (self), &error);
  if (next == NULL)
    {
      cw_property_row_set_message (row, error->message);
      return;
    }
  /* what was typed counts as what the design has, until the panel is filled anew */
  cw_property_row_accept (row, text);
  label = g_strdup_printf (_ ("Change %s"), cw_property_row_get_name (row));
  cw_editor_commit (self->editor, next, label);
  update_soon (self);
}

static void
row_left (CwPropertyRow *row, CwPropertyPanel *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return cw_net_names_compare (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_name (CwId id, gconstpointer item, gpointer user_data)
{
  GRefString *const *name = item; /* nets and die types begin with it */

  g_ptr_array_add (user_data, g_strdup (*name));

  return TRUE;
}

static char **
dup_item_names (const CwDesign *design, CwItemKind kind, gboolean with_none)
{
  GPtrArray *names = g_ptr_array_new ();

  cw_design_foreach (design, kind, add_name, names);
  g_ptr_array_sort (names, compare_names);
  if (with_none)
    g_ptr_array_insert (names, 0, g_strdup (""));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

/* levels of the kind that the present one is of */
static char **
dup_level_names (const CwDesign *design, const CwProperty *property)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint present = cw_technology_find_level (technology, property->text);
  guint n = cw_technology_get_n_levels (technology);
  CwLevelKind kind
      = present < n ? cw_technology_get_level (technology, present)->kind : CW_LEVEL_WIRING;
  GPtrArray *names = g_ptr_array_new ();

  if (property->may_be_empty)
    g_ptr_array_add (names, g_strdup (""));
  for (guint i = n; i-- > 0;)
    if (cw_technology_get_level (technology, i)->kind == kind)
      g_ptr_array_add (names, g_strdup (cw_technology_get_level (technology, i)->name));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

static void
set_names (CwPropertyPanel *self, CwPropertyRow *row, const CwProperty *property)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  g_auto (GStrv) names = NULL;

  if (property->kind == CW_PROPERTY_NET)
    {
      if (self->nets == NULL || self->nets_of != cw_design_get_serial (design))
        {
          g_strfreev (self->nets);
          self->nets = dup_item_names (design, CW_ITEM_NET, TRUE);
          self->nets_of = cw_design_get_serial (design);
        }
      cw_property_row_set_names (row, (const char *const *) self->nets);
      return;
    }
  if (property->kind == CW_PROPERTY_LEVEL)
    names = dup_level_names (design, property);
  else if (property->kind == CW_PROPERTY_DIE_TYPE)
    names = dup_item_names (design, CW_ITEM_DIE_TYPE, FALSE);
  if (names != NULL)
    cw_property_row_set_names (row, (const char *const *) names);
}

static const char *
get_unit_label (CwPropertyPanel *self, CwPropertyKind kind)
{
  if (kind == CW_PROPERTY_LENGTH)
    return cw_unit_get_symbol (get_unit (self));

  return kind == CW_PROPERTY_ANGLE ? "°" : "";
}

static void
add_row (CwPropertyPanel *self, const CwProperty *property)
{
  GtkWidget *row = cw_property_row_new (property);
  GtkWidget *label = gtk_label_new (property->label);
  gboolean has_unit = property->kind == CW_PROPERTY_LENGTH || property->kind == CW_PROPERTY_ANGLE;
  int index = (int) self->rows->len;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (9, g_utf8_strlen (property->label, -1)));
  gtk_widget_set_tooltip_text (label, property->label);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  if (property->kind != CW_PROPERTY_FIXED)
    gtk_widget_add_css_class (label, "property-label");
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited), self, 0);
  g_signal_connect_object (row, "left", G_CALLBACK (row_left), self, 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, index, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row, 1, index, has_unit ? 1 : 2, 1);
  if (has_unit)
    {
      GtkWidget *unit = gtk_label_new (get_unit_label (self, property->kind));

      gtk_label_set_xalign (GTK_LABEL (unit), 0);
      gtk_label_set_width_chars (GTK_LABEL (unit), 3);
      gtk_widget_set_valign (unit, GTK_ALIGN_START);
      gtk_widget_add_css_class (unit, "dim-label");
      gtk_widget_add_css_class (unit, "property-label");
      gtk_grid_attach (GTK_GRID (self->grid), unit, 2, index, 1, 1);
    }
  g_ptr_array_add (self->rows, row);
}

/* the rows stay while the same properties are shown, so that the focus does */
static gboolean
has_rows_for (CwPropertyPanel *self, GArray *properties)
{
  if (properties->len != self->rows->len || self->unit != get_unit (self))
    return FALSE;
  for (guint i = 0; i < properties->len; i++)
    if (!cw_property_row_is_for (g_ptr_array_index (self->rows, i),
                                 &g_array_index (properties, CwProperty, i)))
      return FALSE;

  return TRUE;
}

/* how many of each kind, such as `12 × Trace, 3 × Via` */
static char *
dup_kinds (GArray *picks)
{
  GString *text = g_string_new (NULL);
  guint counts[CW_N_ITEM_KINDS + 1] = { 0 };
  CwPick examples[CW_N_ITEM_KINDS + 1];

  for (guint i = 0; i < picks->len; i++)
    {
      CwPick pick = g_array_index (picks, CwPick, i);
      guint kind = pick.part > 0 ? CW_N_ITEM_KINDS : cw_id_get_kind (pick.item);

      counts[kind]++;
      examples[kind] = pick;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s%u × %s", text->len > 0 ? ", " : "", counts[i],
                              cw_pick_get_kind_label (examples[i]));

  return g_string_free (text, FALSE);
}

static void
update_title (CwPropertyPanel *self, GArray *picks)
{
  g_autofree char *text = NULL;

  if (picks->len == 0)
    text = g_strdup (_ ("Package"));
  else if (picks->len == 1)
    text = cw_pick_dup_description (cw_editor_get_shown_design (self->editor),
                                    g_array_index (picks, CwPick, 0), get_unit (self));
  else
    text = dup_kinds (picks);
  if (strcmp (gtk_label_get_text (GTK_LABEL (self->title)), text) == 0)
    return; /* this comes in each frame of a gesture */
  gtk_label_set_text (GTK_LABEL (self->title), text);
  gtk_widget_set_tooltip_text (self->title, text);
}

/* of one device */
static void
update_values (CwPropertyPanel *self, GArray *picks)
{
  CwDesign *design = cw_editor_get_shown_design (self->editor);
  const CwPassive *passive
      = picks->len == 1 ? cw_design_get_passive (design, g_array_index (picks, CwPick, 0).item)
                        : NULL;

  cw_passive_values_show (self->values, passive, cw_design_get_technology (design));
}

/* what a tool shows as it moves, else what the document has */
static void
update (CwPropertyPanel *self)
{
  g_autoptr (GArray) picks = NULL;
  g_autoptr (GArray) properties = NULL;
  GtkWidget *child;

  if (self->editor == NULL)
    return;
  picks = dup_picks (self);
  properties
      = cw_properties_list (cw_editor_get_shown_design (self->editor),
                            (const CwPick *) (gpointer) picks->data, picks->len, get_unit (self));
  if (!has_rows_for (self, properties))
    {
      g_ptr_array_set_size (self->rows, 0);
      while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
        gtk_grid_remove (GTK_GRID (self->grid), child);
      self->unit = get_unit (self);
      for (guint i = 0; i < properties->len; i++)
        add_row (self, &g_array_index (properties, CwProperty, i));
    }
  for (guint i = 0; i < properties->len; i++)
    {
      const CwProperty *property = &g_array_index (properties, CwProperty, i);

      set_names (self, g_ptr_array_index (self->rows, i), property);
      cw_property_row_fill (g_ptr_array_index (self->rows, i), property);
    }
  gtk_widget_set_visible (self->note, properties->len == 0);
  update_title (self, picks);
  update_values (self, picks);
}

static gboolean
update_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CwPropertyPanel *self = CW_PROPERTY_PANEL (widget);

  self->tick = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
update_soon (CwPropertyPanel *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_in_frame, NULL, NULL);
}

static void
drop_editor (CwPropertyPanel *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_property_panel_dispose (GObject *object)
{
  CwPropertyPanel *self = CW_PROPERTY_PANEL (object);
  GtkWidget *child;

  drop_editor (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->nets, g_strfreev);
  G_OBJECT_CLASS (cw_property_panel_parent_class)->dispose (object);
}

static void
cw_property_panel_class_init (CwPropertyPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_property_panel_dispose;

  /**
   * CwPropertyPanel::done:
   * @self: a panel
   *
   * The user is at the end of typing.
   */
  signals[DONE] = g_signal_new ("done", CW_TYPE_PROPERTY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_property_panel_init (CwPropertyPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new ();
  self->title = gtk_label_new (_ ("Package"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "panel-title");
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "properties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->values = cw_passive_values_new ();
  gtk_box_append (GTK_BOX (box), self->values);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->note = gtk_label_new (_ ("These have no property in common"));
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "empty-note");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * cw_property_panel_new:
 *
 * Makes a panel without properties.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_property_panel_new (void)
{
  return g_object_new (CW_TYPE_PROPERTY_PANEL, NULL);
}

/**
 * cw_property_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose selection to show
 *
 * Shows the properties of what is selected in a document.
 */
void
cw_property_panel_set_editor (CwPropertyPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_PROPERTY_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (editor, "updated", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (update_soon),
                            self);
  update (self);
}

/**
 * cw_property_panel_focus:
 * @self: a panel
 * @name: (nullable): name of a property, %NULL for the first that can be typed
 *
 * Puts the keyboard into a property.
 */
void
cw_property_panel_focus (CwPropertyPanel *self, const char *name)
{
  g_return_if_fail (CW_IS_PROPERTY_PANEL (self));

  update (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwPropertyRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *value = cw_property_row_get_value (row);

      if (GTK_IS_ENTRY (value)
          && (name == NULL || strcmp (name, cw_property_row_get_name (row)) == 0))
        {
          gtk_widget_grab_focus (value);
          return;
        }
    }
}
