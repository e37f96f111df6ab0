/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-compat.h"
#include "app/cw-window-private.h"
#include "widgets/cw-steps.h"
#include "widgets/tool/cw-flow-edits.h"

typedef struct
{
  const char *name; /* target of the action */
  const char *label;
  const char *shown; /* when it is chosen */
} Choice;

static const Choice methods[] = {
  { "A", N_ ("A: face up on the substrate"), N_ ("A: face up") },
  { "B", N_ ("B: face down, the sheet stays"), N_ ("B: on a sheet") },
  { "C", N_ ("C: face down, the carrier goes"), N_ ("C: on a carrier") },
};

static const Choice via_modes[] = {
  { "with-wiring", N_ ("With the wiring"), N_ ("With the wiring") },
  { "before-wiring", N_ ("Before the wiring"), N_ ("Before the wiring") },
  { "mixed", N_ ("Some so, some so"), N_ ("Some so, some so") },
};

static const Choice second_fills[] = {
  { "after", N_ ("After the carrier is removed"), N_ ("After removal") },
  { "before", N_ ("Before, as claim 144 says"), N_ ("Before removal") },
};

static CwDesign *
get_design (CwWindow *self)
{
  return cw_editor_get_design (self->editor);
}

/* An edit of the flow that came out, or why it did not. @error is looked at only here: what sets
 * it may be an argument of the same call. */
static gboolean
commit (CwWindow *self, CwDesign *next, GError **error, const char *label)
{
  g_autoptr (CwDesign) design = next;

  if (design == NULL)
    {
      cw_window_show_error (self, _ ("The process stays as it is."), (*error)->message);
      return FALSE;
    }

  return cw_editor_commit (self->editor, design, label);
}

static guint
get_step (CwWindow *self)
{
  return cw_steps_get (cw_editor_get_host (self->editor));
}

static void
move_step (CwWindow *self, int by)
{
  g_autoptr (CwFlow) flow = cw_steps_dup_flow (cw_editor_get_host (self->editor));
  g_autoptr (GError) error = NULL;
  guint step = get_step (self);
  guint to = step + (guint) by;
  CwDesign *next;

  if (step >= flow->n_steps || to >= flow->n_steps)
    return;
  next = cw_flow_edits_move_step (get_design (self), step, to, &error);
  if (commit (self, next, &error, _ ("Move process step")))
    cw_steps_set (cw_editor_get_host (self->editor), to);
}

static void
run_move_step_earlier (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_step (data, -1);
}

static void
run_move_step_later (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_step (data, 1);
}

static void
run_remove_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  g_autoptr (CwFlow) flow = cw_steps_dup_flow (cw_editor_get_host (self->editor));
  g_autoptr (GError) error = NULL;
  guint step = get_step (self);

  if (step >= flow->n_steps || flow->n_steps < 2)
    return;
  if (commit (self, cw_flow_edits_remove_step (get_design (self), step, &error), &error,
              _ ("Remove process step")))
    cw_steps_set (cw_editor_get_host (self->editor), MIN (step, flow->n_steps - 2));
}

static void
run_add_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  g_autoptr (CwFlow) flow = NULL;
  g_autoptr (GError) error = NULL;
  guint kind;
  guint level;
  gint at;

  g_variant_get (parameter, "(uu)", &kind, &level);
  if (kind >= CW_N_STEP_KINDS
      || !commit (self,
                  cw_flow_edits_add_step (get_design (self), (CwStepKind) kind, level, &error),
                  &error, _ ("Add process step")))
    return;
  flow = cw_steps_dup_flow (cw_editor_get_host (self->editor));
  at = cw_flow_find (flow, (CwStepKind) kind, level);
  if (at >= 0)
    cw_steps_set (cw_editor_get_host (self->editor), (guint) at);
}

typedef struct
{
  CwWindow *window;
  CwMethod method;
} Question;

static void
set_method (CwWindow *self, CwMethod method)
{
  g_autoptr (GError) error = NULL;

  commit (self, cw_flow_edits_set_method (get_design (self), method, &error), &error,
          _ ("Set process method"));
}

static void
method_answered (int button, gpointer user_data)
{
  Question *question = user_data;

  if (button == 1 && question->window->editor != NULL)
    set_method (question->window, question->method);
  g_object_unref (question->window);
  g_free (question);
}

/* steps that somebody put in order by hand are not thrown away unasked */
static void
run_method (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const buttons[] = { N_ ("Keep the steps"), N_ ("Make them anew"), NULL };
  const char *const labels[] = { _ (buttons[0]), _ (buttons[1]), NULL };
  CwWindow *self = data;
  Question *question;
  CwMethod method;

  if (!cw_method_parse (g_variant_get_string (parameter, NULL), &method))
    return;
  if (cw_flow_edits_is_template (get_design (self)))
    {
      set_method (self, method);
      return;
    }
  question = g_new0 (Question, 1);
  question->window = g_object_ref (self);
  question->method = method;
  cw_compat_ask (GTK_WINDOW (self), _ ("Make the process steps anew?"),
                 _ ("The steps were changed by hand. The method brings its own steps; undo brings "
                    "the present ones back."),
                 labels, 0, 1, method_answered, question);
}

static void
run_via_fill (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  gboolean before = strcmp (g_variant_get_string (parameter, NULL), via_modes[1].name) == 0;
  g_autoptr (GError) error = NULL;

  if (strcmp (g_variant_get_string (parameter, NULL), via_modes[2].name) == 0)
    return;
  commit (self,
          cw_flow_edits_set_via_mode (get_design (self),
                                      before ? CW_VIA_MODE_BEFORE : CW_VIA_MODE_WITH, &error),
          &error, before ? _ ("Fill vias before the wiring") : _ ("Fill vias with the wiring"));
}

static void
run_second_fill (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  gboolean before = strcmp (g_variant_get_string (parameter, NULL), second_fills[1].name) == 0;
  g_autoptr (GError) error = NULL;

  commit (self, cw_flow_edits_set_second_fill (get_design (self), before, &error), &error,
          _ ("Move the second filling"));
}

static void
run_show_flow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  g_action_group_change_action_state (G_ACTION_GROUP (self), "panels",
                                      g_variant_new_boolean (TRUE));
  gtk_stack_set_visible_child (GTK_STACK (self->findings), self->flow);
  gtk_widget_child_focus (self->flow, GTK_DIR_TAB_FORWARD);
}

static const GActionEntry entries[] = {
  { .name = "show-flow", .activate = run_show_flow },
  { .name = "move-step-earlier", .activate = run_move_step_earlier },
  { .name = "move-step-later", .activate = run_move_step_later },
  { .name = "remove-step", .activate = run_remove_step },
  { .name = "add-step", .activate = run_add_step, .parameter_type = "(uu)" },
  { .name = "flow-method", .activate = run_method, .parameter_type = "s", .state = "'A'" },
  { .name = "via-fill", .activate = run_via_fill, .parameter_type = "s", .state = "'with-wiring'" },
  { .name = "second-fill", .activate = run_second_fill, .parameter_type = "s", .state = "'after'" },
};

/**
 * cw_window_add_flow_actions:
 * @self: a window
 *
 * Adds the commands of the process.
 */
void
cw_window_add_flow_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
set_choice (CwWindow *self, const char *action, GtkWidget *button, const Choice *choice)
{
  GAction *simple = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (simple), g_variant_new_string (choice->name));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ (choice->shown));
}

/* what the flow may have and does not */
static void
list_options (CwWindow *self, const CwFlow *flow)
{
  const CwTechnology *technology = cw_design_get_technology (get_design (self));
  g_autoptr (GArray) options = cw_flow_list_options (flow, technology);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < options->len; i++)
    {
      const CwFlowOption *option = &g_array_index (options, CwFlowOption, i);
      g_autoptr (CwFlow) one = NULL;
      g_autofree char *name = NULL;
      g_autofree char *action = NULL;

      if (option->index >= 0)
        continue;
      one = cw_flow_new (flow->method, &option->step, 1);
      name = cw_flow_dup_step_name (one, technology, 0);
      action = g_strdup_printf ("win.add-step((uint32 %u, uint32 %u))", option->step.kind,
                                option->step.level);
      g_menu_append (menu, name, action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_step), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (self->add_step, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/**
 * cw_window_update_flow_actions:
 * @self: a window
 *
 * Shows the choices of the process, and enables what can be done with the step that is shown.
 */
void
cw_window_update_flow_actions (CwWindow *self)
{
  g_autoptr (CwFlow) flow = NULL;
  guint step;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name, self->editor != NULL);
  if (self->editor == NULL)
    return;
  flow = cw_steps_dup_flow (cw_editor_get_host (self->editor));
  step = get_step (self);
  cw_window_enable (self, "move-step-earlier", step > 0 && step < flow->n_steps);
  cw_window_enable (self, "move-step-later", step + 1 < flow->n_steps);
  cw_window_enable (self, "remove-step", flow->n_steps > 1 && step < flow->n_steps);
  cw_window_enable (self, "second-fill", flow->method == CW_METHOD_C);
  if (self->flow_of == cw_design_get_technology (get_design (self)))
    return;
  g_clear_pointer (&self->flow_of, cw_technology_unref);
  self->flow_of = cw_technology_ref (cw_design_get_technology (get_design (self)));
  set_choice (self, "flow-method", self->method, &methods[flow->method]);
  set_choice (self, "via-fill", self->via_fill,
              &via_modes[cw_flow_edits_get_via_mode (get_design (self))]);
  set_choice (self, "second-fill", self->second_fill,
              &second_fills[cw_flow_edits_fills_before_removal (flow)]);
  gtk_widget_set_visible (self->second_fill, flow->method == CW_METHOD_C);
  gtk_widget_set_visible (self->second_fill_label, flow->method == CW_METHOD_C);
  list_options (self, flow);
}

static GtkWidget *
make_choice (const char *action, const Choice *choices, gsize n, const char *what)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *detailed = g_strdup_printf ("win.%s::%s", action, choices[i].name);

      g_menu_append (menu, _ (choices[i].label), detailed);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  what, -1);

  return button;
}

static GtkWidget *
add_choice (GtkWidget *grid, int row, const char *label, GtkWidget *choice)
{
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), choice, 1, row, 1, 1);

  return name;
}

static GtkWidget *
make_choices (CwWindow *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "flow-choices");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  self->method = make_choice ("flow-method", methods, G_N_ELEMENTS (methods),
                              _ ("The method whose steps the process has"));
  self->via_fill = make_choice ("via-fill", via_modes, G_N_ELEMENTS (via_modes) - 1,
                                _ ("Whether vias are filled with their wiring or before it"));
  self->second_fill = make_choice ("second-fill", second_fills, G_N_ELEMENTS (second_fills),
                                   _ ("When the second filling of method C is made"));
  add_choice (grid, 0, _ ("Method"), self->method);
  add_choice (grid, 1, _ ("Vias"), self->via_fill);
  self->second_fill_label = add_choice (grid, 2, _ ("Second filling"), self->second_fill);
  gtk_widget_set_visible (self->second_fill, FALSE);
  gtk_widget_set_visible (self->second_fill_label, FALSE);

  return grid;
}

static GtkWidget *
make_buttons (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_add_css_class (box, "flow-buttons");
  self->add_step = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add_step), "cw-add-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->add_step), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (self->add_step, _ ("Add a step that the method leaves to choice"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a step"), -1);
  gtk_box_append (GTK_BOX (box),
                  cw_window_make_button ("cw-up-symbolic", NULL, "win.move-step-earlier"));
  gtk_box_append (GTK_BOX (box),
                  cw_window_make_button ("cw-down-symbolic", NULL, "win.move-step-later"));
  gtk_box_append (GTK_BOX (box),
                  cw_window_make_button ("cw-delete-symbolic", NULL, "win.remove-step"));
  gtk_box_append (GTK_BOX (box), self->add_step);

  return box;
}

/**
 * cw_window_make_flow:
 * @self: a window
 *
 * Makes the panel of the process.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
cw_window_make_flow (CwWindow *self)
{
  self->flow = cw_flow_panel_new (make_choices (self), make_buttons (self));

  return self->flow;
}
