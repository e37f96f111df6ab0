/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-guides.h"
#include "widgets/tool/cw-handle.h"
#include "widgets/tool/cw-move.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-trace-drag.h"

G_BEGIN_DECLS

typedef enum
{
  GESTURE_NONE,
  GESTURE_MOVE,
  GESTURE_BOX,
  GESTURE_LASSO,
  GESTURE_HANDLE,
  GESTURE_WIRING,
  GESTURE_ARRAY,
  GESTURE_PASTE,
} Gesture;

/* a handle in hand */
typedef struct
{
  CwId item;
  guint handle;
  CwPoint from; /* where it was [nm] */
} CwGrip;

/* presses of the arrow keys that make one step for undo */
typedef struct
{
  CwMove *move;     /* from where they began */
  CwDesign *result; /* of the last one */
  CwPoint way;      /* of all of them [nm] */
} CwNudge;

/* which handle of an array is in hand */
typedef enum
{
  CW_ARRAY_NONE,
  CW_ARRAY_COUNT,
  CW_ARRAY_PITCH,
} CwArrayHandle;

/* copies in columns and rows */
typedef struct
{
  guint n[2];       /* columns and rows */
  CwCoord pitch[2]; /* to the next column and row [nm] */
  CwPoint origin;   /* centre of what is copied [nm] */
  CwArrayHandle held;
} CwArrayForm;

/**
 * CwSelectTool:
 *
 * Selects, moves, turns, copies and removes items.
 */
struct _CwSelectTool
{
  CwTool parent_instance;

  Gesture gesture;
  CwGrip grip; /* what is dragged in GESTURE_HANDLE */
  CwMove *move;
  CwTraceDrag *drag;  /* in GESTURE_WIRING */
  CwId dragged;       /* what it drags */
  CwDesign *fragment; /* what is placed in GESTURE_PASTE */
  gboolean copy;
  gboolean flip;
  CwAngle angle;
  gboolean ctrl_since_press; /* Ctrl began the copy and does not suspend snapping until let go */
  GArray *copies;            /* of CwId: ids that the preview's copies have */
  CwBox moved;               /* around what is moved, before it is [nm] */
  guint moved_kinds;         /* a bit for each kind of item among it */
  CwGuides guides;
  CwNudge nudge;
  CwArrayForm array;
  GArray *lasso;  /* of CwPoint */
  guint filtered; /* CwFilter: what the last click was refused */
};

/* cw-select-actions.c: what the select tool does without a gesture */
gboolean cw_select_has_selection (CwTool *self);
CwToolAnswer cw_select_commit (CwTool *self, CwDesign *design, const char *label, GError *error);
CwToolAnswer cw_select_delete (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_lock (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_unroute (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_cancel (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_highlight (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_transform (CwTool *self, const CwTransform *transform, gboolean flip,
                                  const char *label);
CwPoint cw_select_get_centre (CwTool *self);
void cw_select_tell_locked (CwTool *self, const CwMove *move);

/* cw-select-trace.c: traces and vias dragged with what is joined to them */
gboolean cw_select_is_over_wiring (CwTool *tool);
gboolean cw_select_is_dragging_wiring (CwTool *tool);
CwToolAnswer cw_select_drag_45 (CwTool *tool, const CwToolEvent *event);
CwToolAnswer cw_select_drag_free (CwTool *tool, const CwToolEvent *event);
CwToolAnswer cw_select_change_to_45 (CwTool *tool, const CwToolEvent *event);
CwToolAnswer cw_select_change_to_free (CwTool *tool, const CwToolEvent *event);
CwToolAnswer cw_select_change_behaviour (CwTool *tool, const CwToolEvent *event);
CwDesign *cw_select_drag_wiring (CwTool *tool, GError **error);
/* cw-select-align.c */
const CwToolAction *cw_select_get_align_actions (gsize *n);

/* cw-select-array.c */
const CwToolAction *cw_select_get_array_actions (gsize *n);
CwToolAnswer cw_select_begin_array (CwTool *self, const CwToolEvent *event);
void cw_select_resolve_array (CwTool *self);
CwDesign *cw_select_build_array (CwTool *self, GError **error);
void cw_select_add_array_fields (CwTool *self, GArray *fields);
gboolean cw_select_set_array_field (CwTool *self, const char *name, const char *text,
                                    GError **error);
void cw_select_paint_array (CwTool *self, GArray *overlay);

/* cw-select-grow.c */
const CwToolAction *cw_select_get_grow_actions (gsize *n);

/* cw-select-move.c */
const CwToolAction *cw_select_get_move_actions (gsize *n);
gboolean cw_select_is_moving (CwTool *self);
gboolean cw_select_begin_move (CwTool *self, CwPoint from, gboolean copy);
void cw_select_resolve_move (CwTool *self);
CwDesign *cw_select_build_move (CwTool *self, GError **error);
void cw_select_select_copies (CwTool *self);
void cw_select_paint_move (CwTool *self, GArray *overlay);

/* cw-select-nudge.c */
const CwToolAction *cw_select_get_nudge_actions (gsize *n);
void cw_select_forget_nudge (CwSelectTool *self);

/* cw-select-view.c */
const CwToolAction *cw_select_get_view_actions (gsize *n);
void cw_select_tell_filtered (CwTool *self, const CwHitQuery *query, CwPoint at);
void cw_select_paint_measure (CwTool *self, GArray *overlay);

/* cw-select-handle.c */
CwId cw_select_get_handled (CwTool *self);
gboolean cw_select_find_handle (CwTool *self, CwPoint at, CwGrip *grip);
gboolean cw_select_is_on_handle (CwTool *self);
CwToolAnswer cw_select_begin_handle (CwTool *self, const CwToolEvent *event);
CwDesign *cw_select_drag_handle (CwTool *self, GError **error);
void cw_select_paint_handles (CwTool *self, GArray *overlay);

/* cw-select-vertex.c: vertices of borders and traces */
gboolean cw_select_is_on_vertex (CwTool *self);
gboolean cw_select_is_on_corner (CwTool *self);
gboolean cw_select_is_on_side (CwTool *self);
gboolean cw_select_is_on_border (CwTool *self);
CwToolAnswer cw_select_add_vertex (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_remove_vertex (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_round_corner (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_cut_corner (CwTool *self, const CwToolEvent *event);

G_END_DECLS
