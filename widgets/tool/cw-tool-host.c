/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-host.h"

#include <string.h>

#include "widgets/tool/cw-cut-lines.h"
#include "widgets/tool/cw-hit.h"

/**
 * CwToolHost:
 *
 * What the tools work with: the document, the selection, the settings around them and what belongs to
 * the view. The window listens to it, the tools never see the window.
 */
struct _CwToolHost
{
  GObject parent_instance;

  CwDocument *document;
  CwSelection *selection;
  CwToolSettings settings;
  CwTechnology *technology; /* that the levels of the settings are of */
  CwCheckResult *check;
  CwWaivers *waivers; /* of its design */
  GArray *section;    /* of CwPoint: the cut line, or what it is while it is drawn */
  CwId cut_line;      /* the stored one that it is, or CW_ID_NONE */
  GArray *rulers;     /* of CwRuler */
  CwDesign *fragment; /* what is to be pasted, NULL for none */
};

enum
{
  SETTINGS_CHANGED,
  SECTION_CHANGED,
  RULERS_CHANGED,
  CHECK_CHANGED,
  LIVE_CHANGED,
  REQUEST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwToolHost, cw_tool_host, G_TYPE_OBJECT)

/* the section is that of the stored line again, or of another one when it is gone */
static void
follow_cut_line (CwToolHost *self)
{
  CwDesign *design = cw_document_get_design (self->document);
  g_autoptr (GArray) points = NULL;

  if (self->cut_line == CW_ID_NONE)
    return;
  if (cw_design_get_item (design, self->cut_line) != NULL)
    {
      points = cw_cut_lines_dup_points (design, self->cut_line);
      cw_tool_host_set_section (self, (const CwPoint *) points->data, points->len);
      return;
    }
  self->cut_line = CW_ID_NONE;
  cw_tool_host_place_section (self);
  g_signal_emit (self, signals[SECTION_CHANGED], 0);
}

/* the levels that are seen and worked on are those of the same names, new ones are seen */
static void
follow_stack (CwToolHost *self)
{
  CwTechnology *technology = cw_design_get_technology (cw_document_get_design (self->document));
  g_autoptr (CwTechnology) old = g_steal_pointer (&self->technology);
  CwToolSettings settings = self->settings;
  const CwLevel *active = cw_technology_get_level (old, settings.active_level);
  guint level;

  self->technology = cw_technology_ref (technology);
  if (cw_tool_settings_have_same_levels (old, technology))
    return;

  settings.visible_levels = G_MAXUINT64;
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      guint was = cw_technology_find_level (old, cw_technology_get_level (technology, i)->name);

      settings.faint[i] = was != CW_LEVEL_NONE ? self->settings.faint[was] : 0;
      if (was != CW_LEVEL_NONE && (self->settings.visible_levels >> was & 1) == 0)
        settings.visible_levels &= ~((guint64) 1 << i);
    }
  level = active != NULL ? cw_technology_find_level (technology, active->name) : CW_LEVEL_NONE;
  if (level == CW_LEVEL_NONE
      || cw_technology_get_level (technology, level)->kind != CW_LEVEL_WIRING)
    level = cw_technology_get_wiring_level (technology, 0);
  settings.active_level = level < CW_MAX_LEVELS ? (guint8) level : 0;
  settings.marked_level = CW_LEVEL_NONE;
  settings.step = CW_STEP_FINISHED;
  cw_tool_host_set_settings (self, &settings);
}

static void
document_changed (CwToolHost *self)
{
  follow_stack (self);
  cw_selection_prune (self->selection, cw_document_get_design (self->document));
  follow_cut_line (self);
}

static void
cw_tool_host_dispose (GObject *object)
{
  CwToolHost *self = CW_TOOL_HOST (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed, self);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->technology, cw_technology_unref);
  g_clear_pointer (&self->waivers, cw_waivers_free);
  g_clear_pointer (&self->check, cw_check_result_unref);
  g_clear_pointer (&self->section, g_array_unref);
  g_clear_pointer (&self->rulers, g_array_unref);
  g_clear_pointer (&self->fragment, cw_design_unref);
  G_OBJECT_CLASS (cw_tool_host_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, CW_TYPE_TOOL_HOST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
cw_tool_host_class_init (CwToolHostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_tool_host_dispose;

  /**
   * CwToolHost::settings-changed:
   * @self: a host
   *
   * A tool or the window changed the settings.
   */
  signals[SETTINGS_CHANGED] = new_signal ("settings-changed");

  /**
   * CwToolHost::section-changed:
   * @self: a host
   *
   * The section line moved; also while it is dragged.
   */
  signals[SECTION_CHANGED] = new_signal ("section-changed");

  /**
   * CwToolHost::rulers-changed:
   * @self: a host
   *
   * A ruler was set or removed.
   */
  signals[RULERS_CHANGED] = new_signal ("rulers-changed");

  /**
   * CwToolHost::check-changed:
   * @self: a host
   *
   * There is another result of the checker; a tool that commits brings its own.
   */
  signals[CHECK_CHANGED] = new_signal ("check-changed");

  /**
   * CwToolHost::live-changed:
   * @self: a host
   *
   * What is known of the ghost changed while nothing moved.
   */
  signals[LIVE_CHANGED] = new_signal ("live-changed");

  /**
   * CwToolHost::requested:
   * @self: a host
   * @request: a %CwToolRequest
   * @id: an item, or %CW_ID_NONE
   * @text: (nullable): words for the user or the name of a field
   *
   * A tool asks something of the window.
   */
  signals[REQUEST] = g_signal_new ("requested", CW_TYPE_TOOL_HOST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
cw_tool_host_init (CwToolHost *self)
{
  self->selection = cw_selection_new ();
  self->section = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  self->rulers = g_array_new (FALSE, FALSE, sizeof (CwRuler));
}

/**
 * cw_tool_host_new:
 * @document: the document to work on
 *
 * Makes a host with all levels seen, the lowest wiring level active and a grid of 1 µm.
 *
 * Returns: (transfer full): the host
 */
CwToolHost *
cw_tool_host_new (CwDocument *document)
{
  CwToolHost *self;
  guint level;

  g_return_val_if_fail (CW_IS_DOCUMENT (document), NULL);

  self = g_object_new (CW_TYPE_TOOL_HOST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed), self);
  self->technology
      = cw_technology_ref (cw_design_get_technology (cw_document_get_design (document)));
  level = cw_technology_get_wiring_level (self->technology, 0);
  cw_tool_settings_init (&self->settings, level < CW_MAX_LEVELS ? (guint8) level : 0);
  cw_draw_settings_init (&self->settings.draw);

  return self;
}

/**
 * cw_tool_host_get_design:
 * @self: a host
 *
 * Gets the document's current design.
 *
 * Returns: (transfer none): the design, good until the document changes
 */
CwDesign *
cw_tool_host_get_design (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return cw_document_get_design (self->document);
}

/**
 * cw_tool_host_get_selection:
 * @self: a host
 *
 * Gets the selection, which all views share.
 *
 * Returns: (transfer none): the selection
 */
CwSelection *
cw_tool_host_get_selection (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->selection;
}

/**
 * cw_tool_host_get_settings:
 * @self: a host
 *
 * Gets the settings.
 *
 * Returns: (transfer none): the settings, good until the next change
 */
const CwToolSettings *
cw_tool_host_get_settings (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return &self->settings;
}

/**
 * cw_tool_host_set_settings:
 * @self: a host
 * @settings: the new settings
 *
 * Sets the settings; take a copy of the present ones and change that.
 */
void
cw_tool_host_set_settings (CwToolHost *self, const CwToolSettings *settings)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self) && settings != NULL);

  if (cw_tool_settings_equal (&self->settings, settings))
    return;
  self->settings = *settings;
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
}

/**
 * cw_tool_host_get_check:
 * @self: a host
 *
 * Gets the last result of the checker.
 *
 * Returns: (transfer none) (nullable): the result, perhaps of an older design
 */
CwCheckResult *
cw_tool_host_get_check (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->check;
}

/**
 * cw_tool_host_set_check:
 * @self: a host
 * @check: (nullable): a result of the checker
 *
 * Sets what live checks build upon. A result that is not complete or not of the current
 * design makes them say that they are still checking.
 */
void
cw_tool_host_set_check (CwToolHost *self, CwCheckResult *check)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self));

  if (self->check == check)
    return;
  if (check != NULL)
    cw_check_result_ref (check);
  g_clear_pointer (&self->waivers, cw_waivers_free);
  g_clear_pointer (&self->check, cw_check_result_unref);
  self->check = check;
  if (check != NULL)
    self->waivers = cw_waivers_new (cw_check_result_get_design (check));
  g_signal_emit (self, signals[CHECK_CHANGED], 0);
}

/**
 * cw_tool_host_get_waivers:
 * @self: a host
 *
 * Returns: (transfer none) (nullable): what is waived of the violations of the last check
 */
const CwWaivers *
cw_tool_host_get_waivers (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->waivers;
}

/**
 * cw_tool_host_get_section:
 * @self: a host
 *
 * Gets the section line.
 *
 * Returns: (transfer none) (element-type CwPoint): its points, none or at least two [nm]
 */
const GArray *
cw_tool_host_get_section (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->section;
}

static gboolean
replace_array (GArray *array, gconstpointer data, gsize n, gsize size)
{
  if (array->len == n && (n == 0 || memcmp (array->data, data, n * size) == 0))
    return FALSE;
  g_array_set_size (array, 0);
  if (n > 0)
    g_array_append_vals (array, data, n);

  return TRUE;
}

/**
 * cw_tool_host_set_section:
 * @self: a host
 * @points: (array length=n_points): points of the line [nm]
 * @n_points: how many: none or at least two
 *
 * Moves the section line.
 */
void
cw_tool_host_set_section (CwToolHost *self, const CwPoint *points, gsize n_points)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self) && n_points != 1);

  if (replace_array (self->section, points, n_points, sizeof (CwPoint)))
    g_signal_emit (self, signals[SECTION_CHANGED], 0);
}

/**
 * cw_tool_host_get_cut_line:
 * @self: a host
 *
 * Gets the cut line that the section is taken along.
 *
 * Returns: the stored line, or %CW_ID_NONE when the section line is not stored
 */
CwId
cw_tool_host_get_cut_line (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), CW_ID_NONE);

  return self->cut_line;
}

/**
 * cw_tool_host_set_cut_line:
 * @self: a host
 * @line: a cut line, also one that the next commit brings, or %CW_ID_NONE
 *
 * Chooses the cut line that the section is taken along.
 */
void
cw_tool_host_set_cut_line (CwToolHost *self, CwId line)
{
  CwDesign *design;

  g_return_if_fail (CW_IS_TOOL_HOST (self));

  if (self->cut_line == line)
    return;
  self->cut_line = line;
  design = cw_document_get_design (self->document);
  if (line == CW_ID_NONE || cw_design_get_item (design, line) == NULL)
    return;
  follow_cut_line (self);
  g_signal_emit (self, signals[SECTION_CHANGED], 0);
}

/**
 * cw_tool_host_place_section:
 * @self: a host
 *
 * Takes the section along the first cut line of the design; without any, across the middle
 * of the package, along a line that is not stored.
 */
void
cw_tool_host_place_section (CwToolHost *self)
{
  CwDesign *design;
  CwBox box;
  CwPoint middle;
  g_autoptr (GArray) lines = NULL;

  g_return_if_fail (CW_IS_TOOL_HOST (self));

  design = cw_document_get_design (self->document);
  lines = cw_cut_lines_list (design);
  if (lines->len > 0)
    {
      cw_tool_host_set_cut_line (self, g_array_index (lines, CwId, 0));
      return;
    }
  box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  middle = cw_box_get_centre (box);
  self->cut_line = CW_ID_NONE;
  if (cw_box_is_empty (box) || box.min.x == box.max.x)
    cw_tool_host_set_section (self, NULL, 0);
  else
    cw_tool_host_set_section (self, (CwPoint[]){ { box.min.x, middle.y }, { box.max.x, middle.y } },
                              2);
}

/**
 * cw_tool_host_get_rulers:
 * @self: a host
 *
 * Gets the rulers on the canvas.
 *
 * Returns: (transfer none) (element-type CwRuler): the rulers
 */
const GArray *
cw_tool_host_get_rulers (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->rulers;
}

/**
 * cw_tool_host_set_rulers:
 * @self: a host
 * @rulers: (array length=n_rulers): rulers
 * @n_rulers: how many
 *
 * Sets the rulers on the canvas.
 */
void
cw_tool_host_set_rulers (CwToolHost *self, const CwRuler *rulers, gsize n_rulers)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self));

  if (replace_array (self->rulers, rulers, n_rulers, sizeof (CwRuler)))
    g_signal_emit (self, signals[RULERS_CHANGED], 0);
}

/**
 * cw_tool_host_commit:
 * @self: a host
 * @design: what a tool made
 * @label: what undo calls it
 *
 * Makes a design current.
 */
void
cw_tool_host_commit (CwToolHost *self, CwDesign *design, const char *label)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self) && design != NULL && label != NULL);

  cw_document_commit (self->document, design, label);
}

/**
 * cw_tool_host_tell_live:
 * @self: a host
 *
 * Tells views that more is known of the ghost.
 */
void
cw_tool_host_tell_live (CwToolHost *self)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self));

  g_signal_emit (self, signals[LIVE_CHANGED], 0);
}

/**
 * cw_tool_host_amend:
 * @self: a host
 * @design: what a tool made
 * @label: what undo calls it
 *
 * Makes a design current that goes on with the last step, so that one undo takes back both.
 */
void
cw_tool_host_amend (CwToolHost *self, CwDesign *design, const char *label)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self) && design != NULL && label != NULL);

  cw_document_amend (self->document, design, label);
}

/**
 * cw_tool_host_get_fragment:
 * @self: a host
 *
 * Gets what is to be pasted.
 *
 * Returns: (transfer none) (nullable): the items as a design of their own
 */
CwDesign *
cw_tool_host_get_fragment (CwToolHost *self)
{
  g_return_val_if_fail (CW_IS_TOOL_HOST (self), NULL);

  return self->fragment;
}

/**
 * cw_tool_host_set_fragment:
 * @self: a host
 * @fragment: (nullable): what cw_fragment_new () made
 *
 * Sets what the command `paste-fragment` of the select tool places.
 */
void
cw_tool_host_set_fragment (CwToolHost *self, CwDesign *fragment)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self));

  if (fragment != NULL)
    cw_design_ref (fragment);
  g_clear_pointer (&self->fragment, cw_design_unref);
  self->fragment = fragment;
}

/**
 * cw_tool_host_request:
 * @self: a host
 * @request: what a tool asks for
 * @id: an item, or %CW_ID_NONE
 * @text: (nullable): words
 *
 * Asks the window for something.
 */
void
cw_tool_host_request (CwToolHost *self, CwToolRequest request, CwId id, const char *text)
{
  g_return_if_fail (CW_IS_TOOL_HOST (self));

  g_signal_emit (self, signals[REQUEST], 0, (guint) request, id, text);
}
