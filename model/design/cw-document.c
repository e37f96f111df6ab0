/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-document.h"

typedef struct
{
  CwDesign *design;
  char *label;
  guint parent;     /* itself for the first */
  guint last_child; /* the one that redo goes to; itself for none */
} Revision;

struct _CwDocument
{
  GObject parent_instance;

  GPtrArray *revisions; /* of Revision */
  guint current;
  CwDesign *saved;
};

enum
{
  CHANGED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwDocument, cw_document, G_TYPE_OBJECT)

static void
revision_free (gpointer data)
{
  Revision *revision = data;

  cw_design_unref (revision->design);
  g_free (revision->label);
  g_free (revision);
}

static Revision *
get_revision (CwDocument *self, guint revision)
{
  return self->revisions->pdata[revision];
}

static void
cw_document_finalize (GObject *object)
{
  CwDocument *self = CW_DOCUMENT (object);

  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->saved, cw_design_unref);
  G_OBJECT_CLASS (cw_document_parent_class)->finalize (object);
}

static void
cw_document_class_init (CwDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_document_finalize;

  /**
   * CwDocument::changed:
   * @self: a document
   * @diff: what differs from the design before
   *
   * Another design became the current one.
   */
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, CW_TYPE_DIFF | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * CwDocument::saved:
   * @self: a document
   *
   * A design was marked as the saved one.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_document_init (CwDocument *self)
{
  self->revisions = g_ptr_array_new_with_free_func (revision_free);
}

static guint
add_revision (CwDocument *self, CwDesign *design, const char *label, guint parent)
{
  Revision *revision = g_new0 (Revision, 1);
  guint index = self->revisions->len;

  revision->design = cw_design_ref (design);
  revision->label = g_strdup (label);
  revision->parent = parent;
  revision->last_child = index;
  g_ptr_array_add (self->revisions, revision);
  return index;
}

static void
make_current (CwDocument *self, guint revision)
{
  CwDesign *before = get_revision (self, self->current)->design;
  CwDesign *after = get_revision (self, revision)->design;
  g_autoptr (CwDiff) diff = cw_diff_new (before, after);

  self->current = revision;
  g_signal_emit (self, signals[CHANGED], 0, diff);
}

/**
 * cw_document_new:
 * @design: the first design, taken as saved
 *
 * Makes a document.
 *
 * Returns: (transfer full): the document
 */
CwDocument *
cw_document_new (CwDesign *design)
{
  CwDocument *self = g_object_new (CW_TYPE_DOCUMENT, NULL);

  self->current = add_revision (self, design, "", 0);
  self->saved = cw_design_ref (design);
  return self;
}

/**
 * cw_document_get_design:
 * @self: a document
 *
 * Returns: (transfer none): the current design; keep a reference to use it beyond the next
 *   `changed`
 */
CwDesign *
cw_document_get_design (CwDocument *self)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self), NULL);

  return get_revision (self, self->current)->design;
}

/**
 * cw_document_commit:
 * @self: a document
 * @next: the next design
 * @label: what was done, for the history
 *
 * Makes a design the current one. What was undone before stays in the history as a side
 * branch.
 */
void
cw_document_commit (CwDocument *self, CwDesign *next, const char *label)
{
  guint revision;

  g_return_if_fail (CW_IS_DOCUMENT (self));
  g_return_if_fail (next != cw_document_get_design (self));

  revision = add_revision (self, next, label, self->current);
  get_revision (self, self->current)->last_child = revision;
  make_current (self, revision);
}

/**
 * cw_document_amend:
 * @self: a document
 * @next: what the current design becomes
 * @label: what was done, for the history
 *
 * Puts a design in the place of the current one, so that one undo takes back both steps. A design
 * that was saved, that others were made from or that is the first stays: then this commits.
 */
void
cw_document_amend (CwDocument *self, CwDesign *next, const char *label)
{
  Revision *revision;
  g_autoptr (CwDesign) before = NULL;
  g_autoptr (CwDiff) diff = NULL;

  g_return_if_fail (CW_IS_DOCUMENT (self) && next != NULL && label != NULL);

  revision = get_revision (self, self->current);
  if (next == revision->design)
    return;
  if (revision->parent == self->current || revision->last_child != self->current
      || revision->design == self->saved)
    {
      cw_document_commit (self, next, label);
      return;
    }
  before = revision->design;
  revision->design = cw_design_ref (next);
  g_free (revision->label);
  revision->label = g_strdup (label);
  diff = cw_diff_new (before, next);
  g_signal_emit (self, signals[CHANGED], 0, diff);
}

/**
 * cw_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is an earlier design
 */
gboolean
cw_document_can_undo (CwDocument *self)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self), FALSE);

  return get_revision (self, self->current)->parent != self->current;
}

/**
 * cw_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a later design on this branch
 */
gboolean
cw_document_can_redo (CwDocument *self)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self), FALSE);

  return get_revision (self, self->current)->last_child != self->current;
}

/**
 * cw_document_undo:
 * @self: a document
 *
 * Makes the earlier design the current one.
 *
 * Returns: whether there was one
 */
gboolean
cw_document_undo (CwDocument *self)
{
  if (!cw_document_can_undo (self))
    return FALSE;

  make_current (self, get_revision (self, self->current)->parent);
  return TRUE;
}

/**
 * cw_document_redo:
 * @self: a document
 *
 * Makes the later design the current one again.
 *
 * Returns: whether there was one
 */
gboolean
cw_document_redo (CwDocument *self)
{
  if (!cw_document_can_redo (self))
    return FALSE;

  make_current (self, get_revision (self, self->current)->last_child);
  return TRUE;
}

/**
 * cw_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
cw_document_get_undo_label (CwDocument *self)
{
  return cw_document_can_undo (self) ? get_revision (self, self->current)->label : NULL;
}

/**
 * cw_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what redo would do again
 */
const char *
cw_document_get_redo_label (CwDocument *self)
{
  if (!cw_document_can_redo (self))
    return NULL;

  return get_revision (self, get_revision (self, self->current)->last_child)->label;
}

/**
 * cw_document_get_n_revisions:
 * @self: a document
 *
 * Returns: how many designs the history holds, side branches included
 */
guint
cw_document_get_n_revisions (CwDocument *self)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self), 0);

  return self->revisions->len;
}

/**
 * cw_document_get_revision:
 * @self: a document
 *
 * Returns: the number of the current design in the history
 */
guint
cw_document_get_revision (CwDocument *self)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self), 0);

  return self->current;
}

/**
 * cw_document_get_revision_label:
 * @self: a document
 * @revision: a number in the history
 *
 * Returns: (transfer none): what made that design of its parent, empty for the first
 */
const char *
cw_document_get_revision_label (CwDocument *self, guint revision)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self) && revision < self->revisions->len, NULL);

  return get_revision (self, revision)->label;
}

/**
 * cw_document_get_revision_parent:
 * @self: a document
 * @revision: a number in the history
 *
 * Returns: the number of the design before it; its own for the first
 */
guint
cw_document_get_revision_parent (CwDocument *self, guint revision)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self) && revision < self->revisions->len, 0);

  return get_revision (self, revision)->parent;
}

/**
 * cw_document_get_revision_child:
 * @self: a document
 * @revision: a number in the history
 *
 * Returns: the number of the design after it that redo leads to; its own when there is none
 */
guint
cw_document_get_revision_child (CwDocument *self, guint revision)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self) && revision < self->revisions->len, 0);

  return get_revision (self, revision)->last_child;
}

/**
 * cw_document_is_saved_revision:
 * @self: a document
 * @revision: a number in the history
 *
 * Returns: whether it is the very design that the file holds
 */
gboolean
cw_document_is_saved_revision (CwDocument *self, guint revision)
{
  g_return_val_if_fail (CW_IS_DOCUMENT (self) && revision < self->revisions->len, FALSE);

  return get_revision (self, revision)->design == self->saved;
}

/**
 * cw_document_go_to:
 * @self: a document
 * @revision: a number in the history
 *
 * Makes any design of the history the current one, and redo lead to it from its ancestors.
 */
void
cw_document_go_to (CwDocument *self, guint revision)
{
  g_return_if_fail (CW_IS_DOCUMENT (self) && revision < self->revisions->len);

  for (guint i = revision; get_revision (self, i)->parent != i;)
    {
      guint parent = get_revision (self, i)->parent;

      get_revision (self, parent)->last_child = i;
      i = parent;
    }
  if (revision != self->current)
    make_current (self, revision);
}

/**
 * cw_document_is_modified:
 * @self: a document
 *
 * Returns: whether the current design is not the saved one
 */
gboolean
cw_document_is_modified (CwDocument *self)
{
  CwDesign *design = cw_document_get_design (self);

  return design != self->saved && !cw_design_equal (design, self->saved);
}

/**
 * cw_document_mark_saved:
 * @self: a document
 * @design: the design that was written
 *
 * Notes which design the file holds.
 */
void
cw_document_mark_saved (CwDocument *self, CwDesign *design)
{
  g_return_if_fail (CW_IS_DOCUMENT (self));

  cw_design_ref (design);
  cw_design_unref (self->saved);
  self->saved = design;
  g_signal_emit (self, signals[SAVED], 0);
}
