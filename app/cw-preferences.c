/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-preferences.h"

#include <glib/gi18n.h>

#include "app/cw-key-list.h"

/* Every row is a key of the settings, and acts at once. */

#define WIDTH 760  /* [px] */
#define HEIGHT 600 /* [px] */
#define MOST_CHOICES 7

typedef struct
{
  const char *value;
  const char *label;
} Choice;

typedef struct
{
  const char *page;
  const char *group;
  const char *key;
  const char *label;
  const char *note;
  Choice choices[MOST_CHOICES]; /* none: a switch */
} Preference;

#define GENERAL "general"
#define DRAWING "drawing"
#define SECTION "section"
#define LOOKS N_ ("Looks")
#define NUMBERS N_ ("Numbers")
#define CANVAS N_ ("Plan")
#define POINTER N_ ("Pointer")
#define KEYBOARD N_ ("Keyboard")
#define TRACES N_ ("Traces")
#define VIEW N_ ("Section")

static const Preference preferences[] = {
  { GENERAL,
    LOOKS,
    "theme",
    N_ ("Theme"),
    N_ ("Light, dark, or as the desktop has it"),
    { { "system", N_ ("As the desktop") },
      { "light", N_ ("Light") },
      { "dark", N_ ("Dark") },
      { "high-contrast", N_ ("High contrast") } } },
  { GENERAL,
    LOOKS,
    "ui-scale",
    N_ ("Size of words and icons"),
    N_ ("Beside what the desktop asks for"),
    { { "100", "100 %" },
      { "125", "125 %" },
      { "150", "150 %" },
      { "200", "200 %" },
      { "300", "300 %" } } },
  { GENERAL,
    NUMBERS,
    "unit",
    N_ ("Unit"),
    N_ ("Of lengths that are shown, and of those typed without one"),
    { { "um", "µm" }, { "mm", "mm" }, { "mil", "mil" }, { "nm", "nm" } } },
  { GENERAL, CANVAS, "rulers", N_ ("Rulers"), N_ ("Above and beside the plan"), { { 0 } } },
  { GENERAL, CANVAS, "grid", N_ ("Grid"), N_ ("Dots where points snap to"), { { 0 } } },
  { GENERAL,
    CANVAS,
    "crosshair",
    N_ ("Full crosshair"),
    N_ ("Lines through the pointer from border to border"),
    { { 0 } } },
  { GENERAL,
    CANVAS,
    "minimap",
    N_ ("Minimap"),
    N_ ("In a corner while little of the package is seen"),
    { { 0 } } },
  { GENERAL,
    CANVAS,
    "airwires",
    N_ ("Airwires"),
    N_ ("What is still to be connected"),
    { { "all", N_ ("All") }, { "selected", N_ ("Of the selection") }, { "none", N_ ("None") } } },
  { DRAWING,
    POINTER,
    "right-click-finishes",
    N_ ("Right click finishes"),
    N_ ("What is being drawn, instead of opening the menu, as in Horizon"),
    { { 0 } } },
  { DRAWING,
    KEYBOARD,
    "type-to-enter",
    N_ ("Type to enter"),
    N_ ("A digit opens the numbers at the pointer while a tool is in hand"),
    { { 0 } } },
  { DRAWING,
    TRACES,
    "angle-mode",
    N_ ("Angles"),
    N_ ("Which legs the trace tool begins with"),
    { { "any", N_ ("Any angle") },
      { "45", N_ ("45°") },
      { "90", N_ ("90°") },
      { "arc", N_ ("Arcs") } } },
  { DRAWING,
    TRACES,
    "behaviour",
    N_ ("Where a rule would break"),
    N_ ("What a trace does that meets something"),
    { { "stop", N_ ("Stop") },
      { "walk-around", N_ ("Walk around") },
      { "allow", N_ ("Go on, in red") } } },
  { SECTION,
    VIEW,
    "section-visible",
    N_ ("Show the section"),
    N_ ("Below the plan, in new windows"),
    { { 0 } } },
  { SECTION,
    VIEW,
    "section-legend",
    N_ ("Names of materials"),
    N_ ("Beside the section"),
    { { 0 } } },
  { SECTION, VIEW, "section-dimensions", N_ ("Thicknesses"), N_ ("Beside the section"), { { 0 } } },
  { SECTION,
    VIEW,
    "section-black-white",
    N_ ("Black and white"),
    N_ ("With hatches, as in a patent"),
    { { 0 } } },
  { SECTION,
    VIEW,
    "section-stretch",
    N_ ("Heights"),
    N_ ("How much more they are drawn out than lengths"),
    { { "fitted", N_ ("To fill the section") },
      { "true", N_ ("Not at all") },
      { "2", "× 2" },
      { "5", "× 5" },
      { "10", "× 10" },
      { "20", "× 20" },
      { "50", "× 50" } } },
  { "keys",
    KEYBOARD,
    "keymap",
    N_ ("Keys of"),
    N_ ("The program whose keys your hands know"),
    { { "default", N_ ("Chipwright") },
      { "kicad", N_ ("KiCad") },
      { "klayout", N_ ("KLayout") },
      { "horizon", N_ ("Horizon EDA") } } },
};

static const Preference *
find (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (preferences); i++)
    if (strcmp (preferences[i].key, key) == 0)
      return &preferences[i];

  return NULL;
}

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer user_data)
{
  const Preference *preference = user_data;
  g_autofree char *text = g_variant_is_of_type (variant, G_VARIANT_TYPE_INT32)
                              ? g_strdup_printf ("%d", g_variant_get_int32 (variant))
                              : g_variant_dup_string (variant, NULL);

  g_value_set_uint (value, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < MOST_CHOICES && preference->choices[i].value != NULL; i++)
    if (strcmp (preference->choices[i].value, text) == 0)
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const Preference *preference = user_data;
  guint at = g_value_get_uint (value);

  if (at >= MOST_CHOICES || preference->choices[at].value == NULL)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 ((gint32) g_ascii_strtoll (preference->choices[at].value, NULL, 10));

  return g_variant_new_string (preference->choices[at].value);
}

/**
 * cw_preferences_make_choice:
 * @settings: the settings of the program
 * @key: one of its keys
 *
 * Makes the list or the switch by which a setting is chosen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_preferences_make_choice (GSettings *settings, const char *key)
{
  const Preference *preference = find (key);
  const char *labels[MOST_CHOICES + 1] = { NULL };
  GtkWidget *control;

  g_return_val_if_fail (preference != NULL, NULL);

  if (preference->choices[0].value == NULL)
    {
      control = gtk_switch_new ();
      g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);
    }
  else
    {
      for (guint i = 0; i < MOST_CHOICES && preference->choices[i].value != NULL; i++)
        labels[i] = _ (preference->choices[i].label);
      control = gtk_drop_down_new_from_strings (labels);
      g_settings_bind_with_mapping (settings, key, control, "selected", G_SETTINGS_BIND_DEFAULT,
                                    get_choice, set_choice, (gpointer) preference, NULL);
    }
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (preference->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (preference->note), -1);

  return control;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_row (GSettings *settings, const Preference *preference)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (row, "preference");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (_ (preference->label), NULL));
  gtk_box_append (GTK_BOX (words), make_label (_ (preference->note), "preference-note"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), cw_preferences_make_choice (settings, preference->key));

  return row;
}

static gboolean
has_key (GSettings *settings, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

static GtkWidget *
make_page (GSettings *settings, const char *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *group = NULL;

  gtk_widget_add_css_class (box, "preferences-page");
  for (gsize i = 0; i < G_N_ELEMENTS (preferences); i++)
    {
      const Preference *preference = &preferences[i];

      if (strcmp (preference->page, page) != 0 || !has_key (settings, preference->key))
        continue;
      if (g_strcmp0 (group, preference->group) != 0)
        gtk_box_append (GTK_BOX (box), make_label (_ (preference->group), "heading"));
      group = preference->group;
      gtk_box_append (GTK_BOX (box), make_row (settings, preference));
    }

  return box;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * cw_preferences_new:
 * @parent: the window that asks for it
 *
 * Makes the window of the preferences.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
cw_preferences_new (GtkWindow *parent)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.chipwright.Chipwright");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *sidebar = gtk_stack_sidebar_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *keys = make_page (settings, "keys");

  gtk_stack_add_titled (GTK_STACK (stack), make_scrolled (make_page (settings, GENERAL)), GENERAL,
                        _ ("General"));
  gtk_stack_add_titled (GTK_STACK (stack), make_scrolled (make_page (settings, DRAWING)), DRAWING,
                        _ ("Drawing"));
  gtk_stack_add_titled (GTK_STACK (stack), make_scrolled (make_page (settings, SECTION)), SECTION,
                        _ ("Section"));
  gtk_box_append (GTK_BOX (keys), cw_key_list_new ());
  gtk_stack_add_titled (GTK_STACK (stack), keys, "keys", _ ("Keys"));
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), GTK_STACK (stack));
  gtk_widget_set_size_request (sidebar, 150, -1);
  gtk_widget_set_hexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (body), sidebar);
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (body), stack);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_child (GTK_WINDOW (window), body);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  g_object_set_data (G_OBJECT (window), "cw-stack", stack);
  add_escape (window);

  return window;
}

/**
 * cw_preferences_show_keys:
 * @window: what cw_preferences_new () made
 *
 * Turns to the page of the keys.
 */
void
cw_preferences_show_keys (GtkWidget *window)
{
  gtk_stack_set_visible_child_name (GTK_STACK (g_object_get_data (G_OBJECT (window), "cw-stack")),
                                    "keys");
}
