/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"
#include "widgets/tool/cw-tool.h"

G_BEGIN_DECLS

#define IN_IDLE (1 << CW_TOOL_IDLE)
#define IN_ARMED (1 << CW_TOOL_ARMED)
#define IN_ACTIVE (1 << CW_TOOL_ACTIVE)

/* what sets an action off */
typedef enum
{
  CW_TRIGGER_NONE, /* only its command */
  CW_TRIGGER_CLICK,
  CW_TRIGGER_DRAG, /* the pointer left the place of the press */
  CW_TRIGGER_DOUBLE_CLICK,
  CW_TRIGGER_RIGHT_CLICK,
  CW_TRIGGER_LONG_PRESS,
  CW_TRIGGER_KEY,
  CW_TRIGGER_HOLD, /* a modifier that changes what the pointer does while it is held */
} CwToolTrigger;

/* what a held modifier does; keys of rows with CW_TRIGGER_HOLD name the modifier */
typedef enum
{
  CW_HOLD_NONE,
  CW_HOLD_FREE,      /* no snapping */
  CW_HOLD_CONSTRAIN, /* along an axis or a diagonal from the last point */
  CW_HOLD_AXES,      /* along an axis; tables do not name it, the keys of KLayout do */
  CW_HOLD_FINE,      /* a tenth of the grid */
} CwToolHold;

/* one row of a tool's table: the dispatcher acts by it and the hint bar is made from it */
typedef struct
{
  guint states; /* IN_… */
  CwToolTrigger trigger;
  const char *keys; /* accelerators with spaces between them */
  const char *command;
  const char *label; /* NULL: not worth a hint */
  CwToolAnswer (*run) (CwTool *self, const CwToolEvent *event);
  CwToolHold hold;
  gboolean (*is_available) (CwTool *self);
} CwToolAction;

/* a fixed point with all that the tool knew when it was fixed, so that taking it back is exact */
typedef struct
{
  CwPoint at;
  CwAngle sweep;  /* of the leg that leads here */
  CwCoord radius; /* of the corner here, 0 for a sharp one */
  CwCoord width;  /* of the leg that leaves here */
  guint8 level;   /* of the leg that leaves here */
  CwPick pick;    /* what it was fixed on */
  CwId net;
  CwCoord hole; /* of a via here, 0 for none */
  CwCoord land;
  guint8 via_from;
  guint8 via_to;
  guint8 step; /* points with the same number were fixed by one click */
  guint16 row; /* of a cell of an array */
  guint16 column;
  gboolean is_gap; /* that the cell became */
} CwToolPoint;

typedef enum
{
  CW_STEP_REFUSED,
  CW_STEP_GOING,
  CW_STEP_COMPLETE, /* the preview is what to commit */
} CwToolStep;

/* numbers typed into the HUD that hold the pointer until the next point */
typedef enum
{
  CW_PIN_X,
  CW_PIN_Y,
  CW_PIN_DX,
  CW_PIN_DY,
  CW_PIN_LENGTH,
  CW_PIN_ANGLE,
  CW_N_PINS
} CwToolPin;

typedef struct
{
  CwToolHost *host;
  CwToolState state;
  CwDesign *base;    /* what the preview is made from */
  CwDesign *preview; /* NULL when there is none */
  CwDiff *diff;      /* from base to preview */
  char *message;     /* why there is no preview */
  CwLiveCheck live;
  GArray *points;  /* of CwToolPoint */
  GArray *dropped; /* the same, of what another tool interrupted */

  CwPoint raw; /* where the pointer is */
  CwSnap snap; /* where the tool takes it to be */
  guint modifiers;
  double pixel;
  gboolean pressed;
  gboolean dragging;
  CwPoint press_at;
  guint press_modifiers;
  gboolean can_stop; /* as that of the class, while it is in hand */
  gboolean stopped;  /* the ghost ends before the pointer */
  CwPoint legal;     /* last point without an error since the last fixed one */
  gboolean has_legal;
  gboolean checking; /* a worker checks a ghost */
  CwPoint entered;   /* where Enter was pressed last in this state */
  gboolean has_entered;
  guint pinned; /* bits of CwToolPin */
  gint64 pins[CW_N_PINS];
} CwToolCore;

struct _CwToolClass
{
  GObjectClass parent_class;

  const CwToolInfo *info;
  const CwToolAction *actions;
  gsize n_actions;
  CwToolState rest;          /* where it is when nothing is in progress */
  const char *const *fields; /* names of the fields that the base knows, NULL at the end */
  gboolean own_fields_first; /* those of add_fields () come before @fields */
  gboolean can_stop;         /* heeds CW_BEHAVIOUR_STOP */
  gboolean can_resume;       /* its points are all that is in progress */
  gboolean commits_ghosts;   /* a double click commits what is shown or nothing */

  /* whether the tool would begin on what is below the pointer when its key is pressed */
  gboolean (*starts_here) (CwTool *self);
  /* the pointer becomes a point; all: with every leg that the ghost has */
  CwToolStep (*fix) (CwTool *self, gboolean all);
  /* on: looks for a legal way to the pointer, which build () takes from then on; it may move the snap to
   * where the way ends. off: forgets it */
  gboolean (*detour) (CwTool *self, gboolean on);
  /* base with the fixed points and perhaps the pointer; base itself when that is nothing */
  CwDesign *(*build) (CwTool *self, gboolean with_pointer, GError **error);
  /* whether the fixed points alone make something */
  gboolean (*is_complete) (CwTool *self);
  /* whether the preview does not depend on the pointer now, so that motion need not build it again */
  gboolean (*is_still) (CwTool *self);
  /* makes a result current that is not a design */
  gboolean (*apply) (CwTool *self, gboolean with_pointer);
  char *(*dup_label) (CwTool *self);
  /* after a commit and after a drop */
  void (*reset) (CwTool *self, gboolean committed);
  void (*resolve) (CwTool *self);
  void (*prepare_snap) (CwTool *self, CwSnapQuery *query);
  /* what `w` and `pitch` stand for in an expression, 0 for nothing [nm] */
  void (*get_names) (CwTool *self, CwCoord *width, CwCoord *pitch);
  void (*add_fields) (CwTool *self, GArray *fields);
  gboolean (*set_field) (CwTool *self, const char *name, const char *text, GError **error);
  void (*paint) (CwTool *self, GArray *overlay);
};

CwToolCore *cw_tool_get_core (CwTool *self);
const CwToolPoint *cw_tool_get_last_point (CwTool *self);
void cw_tool_add_point (CwTool *self, const CwToolPoint *point);
const CwToolSettings *cw_tool_get_settings (CwTool *self);
void cw_tool_set_state (CwTool *self, CwToolState state);
void cw_tool_toast (CwTool *self, const char *text);

/* cw-tool-preview.c */
void cw_tool_forget_preview (CwToolCore *core);
void cw_tool_take_base (CwToolCore *core);
void cw_tool_refresh (CwTool *self);

/* cw-tool-live.c */
void cw_tool_check_later (CwTool *self);

/* cw-tool.c */
void cw_tool_move_to (CwTool *self, CwPoint raw, guint modifiers);
CwToolAnswer cw_tool_commit (CwTool *self, CwDesign *design);
CwToolAnswer cw_tool_commit_current (CwTool *self, gboolean with_pointer);
CwToolAnswer cw_tool_drop (CwTool *self);
CwHitQuery cw_tool_get_hit_query (CwTool *self);
CwCoord cw_tool_get_tolerance (CwTool *self);
CwToolHold cw_tool_get_hold (CwTool *self);

/* cw-tool-actions.c: what rows run */
CwToolAnswer cw_tool_fix_point (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_fix_all (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_begin_drag (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_finish (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_finish_for_other (CwTool *self);
CwToolAnswer cw_tool_remove_point (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_focus_field (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_run_trigger (CwTool *self, CwToolTrigger trigger, const CwToolEvent *event);
CwToolAnswer cw_tool_run_key (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_tool_run_command (CwTool *self, const CwToolEvent *event);
const CwToolAction *cw_tool_get_shared_actions (gsize *n);
const char *cw_tool_action_get_keys (const CwToolAction *action);

/* cw-tool-pointer.c */
void cw_tool_resolve_pointer (CwTool *self);
void cw_tool_apply_pins (CwTool *self);
CwPoint cw_tool_constrain (CwPoint from, CwPoint at, CwCoord grid);
CwPoint cw_tool_constrain_axes (CwPoint from, CwPoint at, CwCoord grid);
const char *const *cw_tool_list_pins (CwTool *self);
gboolean cw_tool_pin (CwTool *self, const char *name, const char *text, GError **error);
void cw_tool_add_pin_field (CwTool *self, GArray *fields, const char *name);
void cw_tool_add_length_field (CwTool *self, GArray *fields, const char *name, const char *label,
                               gint64 value);
gboolean cw_tool_evaluate_angle (const char *text, CwAngle old, CwAngle *angle, GError **error);
gboolean cw_tool_evaluate_count (const char *text, guint old, guint *count, GError **error);
gboolean cw_tool_parse_length (CwTool *self, const char *text, gint64 old, CwCoord *value,
                               GError **error);

/* cw-tool-fields.c: fields that the tools add */
void cw_tool_add_text_field (GArray *fields, const char *name, const char *label, const char *text);
void cw_tool_add_angle_field (GArray *fields, const char *name, const char *label, CwAngle angle);
void cw_tool_add_count_field (GArray *fields, const char *name, const char *label, guint count);
gboolean cw_tool_parse_size (CwTool *self, const char *text, CwCoord old, CwCoord min, CwCoord max,
                             CwCoord *value, GError **error);
gboolean cw_tool_parse_count (const char *text, guint min, guint max, guint *value, GError **error);
gboolean cw_tool_parse_angle (const char *text, CwAngle *value, GError **error);
gboolean cw_tool_refuse_field (const char *name, GError **error);

G_END_DECLS
