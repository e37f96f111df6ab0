/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-editor.h"

#include "widgets/tool/cw-tool-registry.h"

struct _CwEditor
{
  GObject parent_instance;

  CwDocument *document;
  CwToolHost *host;
  CwTool *tool;

  CwPoint at; /* of the last event */
  double pixel;
  guint modifiers;
  gboolean has_pointer;
  guint handling; /* events that the tool acts on right now */
  gint64 along;   /* where the pointer is on the section line */

  GArray *dropped; /* what a tool had to drop for another one */
  char *dropped_tool;
  guint64 dropped_serial; /* of the design that it was drawn on */
};

enum
{
  UPDATED,
  TOOL_CHANGED,
  POINTER_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwEditor, cw_editor, G_TYPE_OBJECT)

static void
emit_updated (CwEditor *self)
{
  g_signal_emit (self, signals[UPDATED], 0);
}

static CwToolAnswer
handle (CwEditor *self, const CwToolEvent *event)
{
  CwToolAnswer answer;

  self->handling++;
  answer = cw_tool_handle (self->tool, event);
  self->handling--;

  return answer;
}

static void
document_changed (CwEditor *self)
{
  if (self->handling > 0)
    return;
  /* a tool at rest shows what the document has, also when nobody moved the pointer */
  if (cw_tool_get_state (self->tool) != CW_TOOL_ACTIVE)
    {
      CwToolEvent event = {
        .type = CW_TOOL_MOTION, .at = self->at, .modifiers = self->modifiers, .pixel = self->pixel
      };

      handle (self, &event);
    }
  emit_updated (self);
}

static void
cw_editor_dispose (GObject *object)
{
  CwEditor *self = CW_EDITOR (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed, self);
  g_clear_object (&self->tool);
  g_clear_object (&self->host);
  g_clear_object (&self->document);
  g_clear_pointer (&self->dropped, g_array_unref);
  g_clear_pointer (&self->dropped_tool, g_free);
  G_OBJECT_CLASS (cw_editor_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
cw_editor_class_init (CwEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_editor_dispose;

  /**
   * CwEditor::updated:
   * @self: an editor
   *
   * The preview, the marks or the hints may be others.
   */
  signals[UPDATED] = new_signal ("updated");

  /**
   * CwEditor::tool-changed:
   * @self: an editor
   *
   * Another tool is in hand.
   */
  signals[TOOL_CHANGED] = new_signal ("tool-changed");

  /**
   * CwEditor::pointer-moved:
   * @self: an editor
   *
   * The pointer moved over one of the views, or left them.
   */
  signals[POINTER_MOVED] = new_signal ("pointer-moved");
}

static void
cw_editor_init (CwEditor *self)
{
  self->pixel = 1000;
  self->along = CW_ALONG_NONE;
}

/**
 * cw_editor_new:
 * @design: (transfer none): what to edit
 *
 * Makes a document of a design, which counts as saved, and takes the select tool.
 *
 * Returns: (transfer full): the editor
 */
CwEditor *
cw_editor_new (CwDesign *design)
{
  CwEditor *self;

  g_return_val_if_fail (design != NULL, NULL);

  self = g_object_new (CW_TYPE_EDITOR, NULL);
  self->document = cw_document_new (design);
  self->host = cw_tool_host_new (self->document);
  self->tool = cw_tool_registry_new_tool ("select", self->host);
  cw_tool_arm (self->tool, NULL);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (document_changed), self);

  return self;
}

/**
 * cw_editor_get_document:
 * @self: an editor
 *
 * Returns: (transfer none): the document
 */
CwDocument *
cw_editor_get_document (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->document;
}

/**
 * cw_editor_get_host:
 *
 * Returns: (transfer none): what the tools work with
 */
CwToolHost *
cw_editor_get_host (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->host;
}

/**
 * cw_editor_get_selection:
 * @self: an editor
 *
 * Returns: (transfer none): the selection that all views share
 */
CwSelection *
cw_editor_get_selection (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return cw_tool_host_get_selection (self->host);
}

/**
 * cw_editor_get_design:
 *
 * Returns: (transfer none): the document's current design
 */
CwDesign *
cw_editor_get_design (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return cw_document_get_design (self->document);
}

/**
 * cw_editor_get_shown_design:
 * @self: an editor
 *
 * Gets the tool's preview, or the current design when there is none.
 *
 * Returns: (transfer none): what is to be seen now
 */
CwDesign *
cw_editor_get_shown_design (CwEditor *self)
{
  CwDesign *preview;

  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  preview = cw_tool_get_preview (self->tool);

  return preview != NULL ? preview : cw_document_get_design (self->document);
}

/**
 * cw_editor_get_tool:
 *
 * Returns: (transfer none): the tool in hand
 */
CwTool *
cw_editor_get_tool (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->tool;
}

static CwToolEvent
make_event (CwEditor *self, CwToolEventType type, const char *key, const char *text)
{
  return (CwToolEvent){ type, self->at, self->modifiers, self->pixel, key, text };
}

static void
keep_dropped (CwEditor *self)
{
  g_clear_pointer (&self->dropped, g_array_unref);
  self->dropped = cw_tool_take_dropped (self->tool);
  if (self->dropped == NULL)
    return;
  g_free (self->dropped_tool);
  self->dropped_tool = g_strdup (cw_tool_get_info (self->tool)->name);
  self->dropped_serial = cw_design_get_serial (cw_editor_get_design (self));
}

static void
take_tool (CwEditor *self, const char *name, gboolean by_key)
{
  CwToolEvent event = make_event (self, CW_TOOL_MOTION, NULL, NULL);

  g_object_unref (self->tool);
  self->tool = cw_tool_registry_new_tool (name, self->host);
  self->handling++;
  cw_tool_arm (self->tool, by_key && self->has_pointer ? &event : NULL);
  self->handling--;
  if (!by_key && self->has_pointer)
    handle (self, &event);
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
  emit_updated (self);
}

/**
 * cw_editor_choose_tool:
 * @self: an editor
 * @name: name of a tool
 * @by_key: whether it was chosen by its key, so that it may begin below the pointer
 *
 * Takes another tool, or tells the tool in hand that it was chosen again.
 */
void
cw_editor_choose_tool (CwEditor *self, const char *name, gboolean by_key)
{
  CwToolEvent event;

  g_return_if_fail (CW_IS_EDITOR (self) && cw_tool_registry_find (name) != NULL);

  if (strcmp (cw_tool_get_info (self->tool)->name, name) == 0)
    {
      event = make_event (self, CW_TOOL_AGAIN, NULL, NULL);
      handle (self, &event);
      emit_updated (self);
      return;
    }
  event = make_event (self, CW_TOOL_OTHER, NULL, NULL);
  handle (self, &event);
  keep_dropped (self);
  take_tool (self, name, by_key);
}

/**
 * cw_editor_send:
 * @self: an editor
 * @event: an event
 *
 * Lets the tool in hand act on an event. A tool that is at its end gives way to Select.
 *
 * Returns: what the tool made of it
 */
CwToolAnswer
cw_editor_send (CwEditor *self, const CwToolEvent *event)
{
  CwToolAnswer answer;

  g_return_val_if_fail (CW_IS_EDITOR (self) && event != NULL, CW_TOOL_PASS);

  answer = handle (self, event);
  if (answer == CW_TOOL_DONE || answer == CW_TOOL_HAND_ON)
    take_tool (self, "select", FALSE);
  else if (answer != CW_TOOL_PASS)
    emit_updated (self);

  return answer == CW_TOOL_HAND_ON ? cw_editor_send (self, event) : answer;
}

/**
 * cw_editor_send_pointer:
 * @self: an editor
 * @type: what the pointer did
 * @at: where [nm]
 * @modifiers: %CwToolModifiers
 * @pixel: size of a pixel [nm]
 *
 * Tells the tool of the pointer, and remembers where it is.
 *
 * Returns: what the tool made of it
 */
CwToolAnswer
cw_editor_send_pointer (CwEditor *self, CwToolEventType type, CwPoint at, guint modifiers,
                        double pixel)
{
  CwToolEvent event;
  CwToolAnswer answer;

  g_return_val_if_fail (CW_IS_EDITOR (self) && pixel > 0, CW_TOOL_PASS);

  self->at = at;
  self->modifiers = modifiers;
  self->pixel = pixel;
  self->has_pointer = TRUE;
  event = make_event (self, type, NULL, NULL);
  answer = cw_editor_send (self, &event);
  g_signal_emit (self, signals[POINTER_MOVED], 0);

  return answer;
}

/**
 * cw_editor_send_key:
 * @self: an editor
 * @key: a key as gtk_accelerator_name () writes it
 * @modifiers: %CwToolModifiers that are held
 *
 * Tells the tool of a key.
 *
 * Returns: what the tool made of it
 */
CwToolAnswer
cw_editor_send_key (CwEditor *self, const char *key, guint modifiers)
{
  CwToolEvent event;

  g_return_val_if_fail (CW_IS_EDITOR (self) && key != NULL, CW_TOOL_PASS);

  self->modifiers = modifiers;
  event = make_event (self, CW_TOOL_KEY, key, NULL);

  return cw_editor_send (self, &event);
}

/**
 * cw_editor_type:
 * @self: an editor
 * @text: a character that may begin a number
 *
 * Tells the tool that a number was begun.
 *
 * Returns: what the tool made of it
 */
CwToolAnswer
cw_editor_type (CwEditor *self, const char *text)
{
  CwToolEvent event;

  g_return_val_if_fail (CW_IS_EDITOR (self) && text != NULL, CW_TOOL_PASS);

  event = make_event (self, CW_TOOL_TYPE, NULL, text);

  return cw_editor_send (self, &event);
}

/**
 * cw_editor_run:
 * @self: an editor
 * @command: a command of the tool in hand
 *
 * Runs a command of the tool.
 *
 * Returns: what the tool made of it, %CW_TOOL_PASS when it has no such command now
 */
CwToolAnswer
cw_editor_run (CwEditor *self, const char *command)
{
  CwToolEvent event;

  g_return_val_if_fail (CW_IS_EDITOR (self) && command != NULL, CW_TOOL_PASS);

  event = make_event (self, CW_TOOL_COMMAND, command, NULL);

  return cw_editor_send (self, &event);
}

/**
 * cw_editor_set_field:
 * @self: an editor
 * @name: name of a field of the HUD
 * @text: what was typed
 * @error: return location for an error
 *
 * Sets a number of the tool in hand.
 *
 * Returns: whether it is one
 */
gboolean
cw_editor_set_field (CwEditor *self, const char *name, const char *text, GError **error)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  if (!cw_tool_set_field (self->tool, name, text, error))
    return FALSE;
  emit_updated (self);

  return TRUE;
}

/**
 * cw_editor_commit:
 * @self: an editor
 * @next: the next design
 * @label: what undo calls the step, translated
 *
 * Makes a design current that no tool made, such as one from the properties.
 *
 * Returns: whether it differs from the present one
 */
gboolean
cw_editor_commit (CwEditor *self, CwDesign *next, const char *label)
{
  g_return_val_if_fail (CW_IS_EDITOR (self) && next != NULL && label != NULL, FALSE);

  if (next == cw_editor_get_design (self))
    return FALSE;
  cw_tool_host_commit (self->host, next, label);

  return TRUE;
}

/* one undo brings back what was dropped for another tool */
static gboolean
resume_dropped (CwEditor *self)
{
  g_autoptr (GArray) points = g_steal_pointer (&self->dropped);

  if (points == NULL || self->dropped_serial != cw_design_get_serial (cw_editor_get_design (self))
      || cw_tool_get_state (self->tool) == CW_TOOL_ACTIVE)
    return FALSE;
  take_tool (self, self->dropped_tool, FALSE);
  cw_tool_resume (self->tool, points);
  emit_updated (self);

  return TRUE;
}

/**
 * cw_editor_undo:
 * @self: an editor
 *
 * Takes one step back: the tool's last point while something is in progress, else
 * what another tool interrupted, else the document's last step.
 *
 * Returns: whether the document changed
 */
gboolean
cw_editor_undo (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  if (cw_tool_get_state (self->tool) == CW_TOOL_ACTIVE)
    {
      cw_editor_run (self, "remove-point");
      return FALSE;
    }
  if (resume_dropped (self))
    return FALSE;

  return cw_document_undo (self->document);
}

/**
 * cw_editor_redo:
 * @self: an editor
 *
 * Takes one step forward again.
 *
 * Returns: whether the document changed
 */
gboolean
cw_editor_redo (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  if (cw_tool_get_state (self->tool) == CW_TOOL_ACTIVE)
    return FALSE;

  return cw_document_redo (self->document);
}

/**
 * cw_editor_get_pointer:
 * @self: an editor
 * @at: (out): where the pointer is in the plan [nm]
 *
 * Gets the pointer.
 *
 * Returns: whether it is over the plan
 */
gboolean
cw_editor_get_pointer (CwEditor *self, CwPoint *at)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  *at = self->at;

  return self->has_pointer;
}

/**
 * cw_editor_leave:
 * @self: an editor
 *
 * Notes that the pointer left the plan.
 */
void
cw_editor_leave (CwEditor *self)
{
  g_return_if_fail (CW_IS_EDITOR (self));

  if (!self->has_pointer)
    return;
  self->has_pointer = FALSE;
  g_signal_emit (self, signals[POINTER_MOVED], 0);
}

/**
 * cw_editor_set_along:
 * @self: an editor
 * @s: where the pointer is along the section line, or %CW_ALONG_NONE [nm]
 *
 * Notes where the pointer is in the section.
 */
void
cw_editor_set_along (CwEditor *self, gint64 s)
{
  g_return_if_fail (CW_IS_EDITOR (self));

  if (self->along == s)
    return;
  self->along = s;
  g_signal_emit (self, signals[POINTER_MOVED], 0);
}

/**
 * cw_editor_get_along:
 *
 * Returns: where the pointer of the section is along its line, or %CW_ALONG_NONE [nm]
 */
gint64
cw_editor_get_along (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), CW_ALONG_NONE);

  return self->along;
}
