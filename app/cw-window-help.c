/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-help.h"
#include "app/cw-window-private.h"

/* Which page F1 opens is told by where the keyboard is. */

static gboolean
is_within (GtkWidget *focus, GtkWidget *part)
{
  return focus == part || gtk_widget_is_ancestor (focus, part);
}

/* the rule that the violation breaks which was pointed out last */
static char *
dup_rule_page (CwWindow *self)
{
  CwCheckResult *result = self->checker != NULL ? cw_checker_get_result (self->checker) : NULL;
  const CwViolation *violation;

  if (result == NULL || self->violation < 0
      || (gsize) self->violation >= cw_check_result_get_n_violations (result))
    return g_strdup ("panel-checks");
  violation = cw_check_result_get_violation (result, (gsize) self->violation);

  return g_strdup_printf ("rule-%s", cw_rule_kind_get_name (violation->kind));
}

static char *
dup_page (CwWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (self->editor == NULL)
    return g_strdup ("index");
  if (focus != NULL && is_within (focus, self->palette))
    return g_strdup ("palette");
  if (focus != NULL && is_within (focus, self->checks))
    return dup_rule_page (self);
  if (focus != NULL && is_within (focus, self->findings))
    return g_strdup_printf ("panel-%s",
                            gtk_stack_get_visible_child_name (GTK_STACK (self->findings)));
  if (focus != NULL && is_within (focus, self->properties))
    return g_strdup ("panel-properties");
  if (focus != NULL && is_within (focus, self->setup))
    return g_strdup ("panel-setup");
  if (focus != NULL && is_within (focus, self->left))
    return g_strdup ("panel-levels");
  if (focus != NULL && is_within (focus, self->section_pane))
    return g_strdup ("panel-section");

  return g_strdup_printf ("tool-%s", cw_tool_get_info (cw_editor_get_tool (self->editor))->name);
}

/**
 * cw_window_show_help:
 * @self: a window
 * @page: name of a page
 *
 * Opens the help at a page, or at its beginning when there is no such page.
 */
void
cw_window_show_help (CwWindow *self, const char *page)
{
  if (self->help == NULL)
    {
      self->help = GTK_WIDGET (cw_help_new ());
      gtk_window_set_transient_for (GTK_WINDOW (self->help), GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self->help), TRUE);
      g_object_add_weak_pointer (G_OBJECT (self->help), (gpointer *) &self->help);
    }
  if (!cw_help_show (CW_HELP (self->help), page))
    cw_help_show (CW_HELP (self->help), "index");
  gtk_window_present (GTK_WINDOW (self->help));
}

static void
run_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *page = dup_page (data);

  cw_window_show_help (data, page);
}

static void
run_help_contents (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_show_help (data, "index");
}

static void
run_help_rule (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *page = dup_rule_page (data);

  cw_window_show_help (data, page);
}

static void
run_help_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cw_window_show_help (data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "help", .activate = run_help },
  { .name = "help-contents", .activate = run_help_contents },
  { .name = "help-rule", .activate = run_help_rule },
  { .name = "help-page", .activate = run_help_page, .parameter_type = "s" },
};

/**
 * cw_window_add_help_actions:
 * @self: a window
 *
 * Adds the commands that open the help.
 */
void
cw_window_add_help_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
