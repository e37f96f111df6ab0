/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"
#include "model/connect/cw-connect.h"
#include "model/connect/cw-field.h"

G_BEGIN_DECLS

#define CW_NET_CLASS_NONE CW_N_NET_CLASSES /* of what has no net */

/* The rules of a technology, ready to be looked up: of all rules of a kind that hold somewhere, the
 * one with the greatest value, for whoever keeps it keeps the others. */
typedef struct
{
  CwTechnology *technology;
  guint n_levels;
  gint16 best[CW_N_RULE_KINDS][CW_MAX_LEVELS][CW_N_NET_CLASSES + 1][CW_N_NET_CLASSES + 1];
  CwCoord greatest[CW_N_RULE_KINDS][CW_MAX_LEVELS]; /* value, 0 for no rule [nm] */
  gboolean has[CW_N_RULE_KINDS];
  gboolean without_keep_outs;        /* whether that rule is there but switched off */
  gboolean by_class;                 /* whether the class of a net matters */
  guint roles;                       /* of shapes that some kind looks at by themselves */
  CwCoord pair_reach[CW_MAX_LEVELS]; /* how near two nets must be to be looked at [nm] */
  guint8 metal_below[CW_MAX_LEVELS]; /* nearest level of metal, or CW_LEVEL_NONE */
  guint8 metal_above[CW_MAX_LEVELS];
} CwCheckRules;

CwCheckRules *cw_check_rules_new (CwTechnology *technology);
void cw_check_rules_free (CwCheckRules *self);
void cw_check_rules_note_areas (CwCheckRules *self, const CwDesign *design);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCheckRules, cw_check_rules_free)

/* What is known of a whole design before its parts are looked at, or found by looking for one witness. An
 * update keeps a witness as long as nothing touches it, so that its cost follows the edit. */
typedef struct
{
  CwCoord width; /* of the coarsest internal trace of the dies placed, 0 for unknown [nm] */
  CwId width_type;
  CwCoord length;        /* of the longest internal trace of the dies placed, 0 for unknown [nm] */
  CwBox inner;           /* what lies in it keeps clear of the street */
  CwId fan_out;          /* what reaches from a die pad out of its die */
  CwId outer_pad;        /* a bonding pad outside all dies */
  CwId longest;          /* a trace longer than all internal ones, else the longest there is */
  gint64 longest_length; /* [nm] */
} CwCheckFacts;

/* What a rule kind works with. Without a field, neighbours come from the index of the design. */
typedef struct
{
  CwDesign *design;
  const CwCheckRules *rules;
  CwField *field;            /* nullable */
  CwConnectBuilder *builder; /* nullable: told of what touches within a net */
  CwConnect *connect;        /* nullable: for kinds about nets */
  const CwCheckFacts *facts; /* nullable */
  GArray *found;             /* of CwViolation */
} CwCheckContext;

/* One kind of rule is one file with one of these. A kind looks at pairs of shapes, at
 * shapes, at nets, or at the whole structure; what it does not look at is NULL. */
typedef struct
{
  const char *name;
  CwRuleKind rule;
  /* how far apart two shapes on a level may be and still matter to each other [nm] */
  CwCoord (*reach) (const CwCheckRules *rules, guint level);
  /* shapes of different items and nets on one level of metal, within reach */
  void (*run_pair) (CwCheckContext *context, const CwShape *a, const CwShape *b, const CwGap *gap);
  guint roles; /* a bit for each role of shape that it looks at */
  void (*run_shape) (CwCheckContext *context, const CwShape *shape);
  void (*run_net) (CwCheckContext *context, CwId net);
  /* the whole structure: cost follows dies, cavities, passive devices, levels, steps */
  void (*run_design) (CwCheckContext *context);
  guint
      items; /* a bit for each kind of item that run_design () asks for; the outline always counts */
  /* appends to the name of the kind what is wrong */
  void (*describe) (const CwViolation *violation, const CwDesign *design, GString *text);
} CwCheckKind;

#define CW_BIT(n) (1u << (n))
#define CW_DIE_ITEMS (CW_BIT (CW_ITEM_DIE) | CW_BIT (CW_ITEM_DIE_TYPE))
#define CW_METAL_ITEMS                                                                             \
  (CW_BIT (CW_ITEM_BONDING_PAD) | CW_BIT (CW_ITEM_VIA) | CW_BIT (CW_ITEM_TRACE)                    \
   | CW_BIT (CW_ITEM_TEXT) | CW_BIT (CW_ITEM_BUS) | CW_BIT (CW_ITEM_PASSIVE)                       \
   | CW_BIT (CW_ITEM_ZONE) | CW_BIT (CW_ITEM_FIDUCIAL))

extern const CwCheckKind cw_check_width;
extern const CwCheckKind cw_check_clearance;
extern const CwCheckKind cw_check_enclosure;
extern const CwCheckKind cw_check_short;
extern const CwCheckKind cw_check_open;
extern const CwCheckKind cw_check_die_outside;
extern const CwCheckKind cw_check_die_spacing;
extern const CwCheckKind cw_check_street;
extern const CwCheckKind cw_check_keep_out;
extern const CwCheckKind cw_check_pad_net;
extern const CwCheckKind cw_check_fan_out;
extern const CwCheckKind cw_check_external_trace;
extern const CwCheckKind cw_check_coplanarity;
extern const CwCheckKind cw_check_thin_organic;
extern const CwCheckKind cw_check_alternation;
extern const CwCheckKind cw_check_levels_joined;
extern const CwCheckKind cw_check_die_seat;
extern const CwCheckKind cw_check_opening_through;
extern const CwCheckKind cw_check_listed;
extern const CwCheckKind cw_check_pad_level;
extern const CwCheckKind cw_check_passivation_open;
extern const CwCheckKind cw_check_bonding_point;
extern const CwCheckKind cw_check_step_order;
extern const CwCheckKind cw_check_via_landing;
extern const CwCheckKind cw_check_die_count;

extern const CwCheckKind *const cw_check_kinds[CW_N_RULE_KINDS];

gint cw_check_find_rule (const CwCheckContext *context, CwRuleKind kind, guint level, CwId net_a,
                         CwId net_b);
void cw_check_append (CwCheckContext *context, gint rule, CwViolation violation);
void cw_check_append_warning (CwCheckContext *context, gint rule, CwViolation violation);
gint cw_check_find_design_rule (const CwCheckContext *context, CwRuleKind kind);
CwPoint cw_check_get_centre (const CwCheckContext *context);
gboolean cw_check_level_has (const CwDesign *design, guint level, guint roles);
gboolean cw_check_foreach_near (CwCheckContext *context, guint level, CwBox box, CwCopperFunc func,
                                gpointer user_data);

/* what the whole and the incremental check share */
void cw_check_pair (CwCheckContext *context, const CwShape *a, const CwShape *b);
void cw_check_shape (CwCheckContext *context, const CwShape *shape);
gboolean cw_check_are_surely_apart (const CwShape *a, const CwShape *b, CwCoord limit);
gboolean cw_check_needs_connect (const CwCheckRules *rules);
void cw_check_structure (CwCheckContext *context, guint changed);

/* the faults of keep-outs */
enum
{
  CW_KEEP_OUT_FAULT_NEAR, /* to a device or a die that keeps others out */
  CW_KEEP_OUT_FAULT_AREA, /* in a keep-out area */
  CW_KEEP_OUT_FAULT_FIDUCIAL,
};

typedef struct
{
  const CwDesign *design;
  GArray *items; /* of CwId */
} CwCheckNote;

/* the roles of shapes that a keep-out may forbid */
#define CW_AREA_ROLES                                                                              \
  (CW_BIT (CW_ROLE_TRACE) | CW_BIT (CW_ROLE_LAND) | CW_BIT (CW_ROLE_BONDING_PAD)                   \
   | CW_BIT (CW_ROLE_DIE) | CW_BIT (CW_ROLE_TEXT) | CW_BIT (CW_ROLE_BUS)                           \
   | CW_BIT (CW_ROLE_PASSIVE) | CW_BIT (CW_ROLE_TERMINAL) | CW_BIT (CW_ROLE_ZONE)                  \
   | CW_BIT (CW_ROLE_FIDUCIAL))

guint8 cw_check_get_keep_out_bit (CwId item);
void cw_check_areas (CwCheckContext *context, const CwShape *shape);
void cw_check_fiducials (CwCheckContext *context);
void cw_check_note_items_in (const CwCheckNote *note, CwId keep_out);
void cw_check_area_describe (const CwViolation *self, const CwDesign *design, GString *text);

void cw_check_facts_prepare (CwCheckFacts *self, CwDesign *design, const CwCheckRules *rules);
void cw_check_facts_search (CwCheckFacts *self, const CwCheckContext *context);
void cw_check_facts_update (CwCheckFacts *self, const CwCheckFacts *before,
                            const CwCheckContext *context, const CwDiff *diff);

/* how well metal of the net of a hole or an opening encloses it on one level */
typedef struct
{
  gint64 enclosure; /* by the best metal, negative when it sticks out [nm] */
  CwGap gap;
  CwId item; /* of that metal, CW_ID_NONE when there is none */
  guint32 part;
} CwCheckMetal;

gboolean cw_check_is_enclosed (CwCheckContext *context, const CwShape *inner, guint level,
                               CwCoord needed, CwCheckMetal *metal);

/* Where a die stands when it is placed face up. */
typedef enum
{
  CW_SEAT_ON_SUBSTRATE,
  CW_SEAT_ON_FLOOR,
  CW_SEAT_ON_WALL,    /* partly over a cavity */
  CW_SEAT_ON_DRAFT,   /* on the leaning wall of a cavity */
  CW_SEAT_ON_NOTHING, /* over an opening through everything */
  CW_SEAT_NO_SUBSTRATE,
} CwCheckSeatKind;

typedef struct
{
  CwCheckSeatKind kind;
  CwCoord height; /* of what it stands on, above the bottom of the stack [nm] */
  CwId cavity;    /* the cavity concerned */
  gint64
      found; /* how far it sticks out of the floor, or the way to the wall that it straddles [nm] */
  CwPoint at;
} CwCheckSeat;

CwCheckSeat cw_check_find_seat (const CwDesign *design, CwId die);
CwCoord cw_check_get_pull_back (const CwCheckRules *rules);
gint64 cw_check_get_overlap (const CwShape *a, const CwShape *b);
CwMethod cw_check_get_method (const CwTechnology *technology);
CwCoord cw_check_get_active_plane (const CwTechnology *technology);
CwCoord cw_check_get_die_top (const CwDesign *design, CwId die, const CwCheckSeat *seat);

void cw_check_note_joined_nets (const CwConnect *connect, GArray *nets);

gint cw_violation_compare_subject (const CwViolation *a, const CwViolation *b);
gint cw_violation_compare (const CwViolation *a, const CwViolation *b);
void cw_violations_reduce (GArray *violations);

/* for what kinds say of a violation */
void cw_violation_append_item (const CwViolation *self, guint i, const CwDesign *design,
                               GString *text);
void cw_violation_append_name (const CwDesign *design, CwId item, guint32 part, GString *text);
void cw_violation_append_items (const CwViolation *self, const CwDesign *design, GString *text);
void cw_violation_append_length (gint64 length, GString *text);
const char *cw_violation_get_level_name (const CwViolation *self, const CwDesign *design);

/* A sorted list in chunks that versions share. */
typedef struct _CwViolationList CwViolationList;

CwViolationList *cw_violation_list_new (const GArray *violations);
CwViolationList *cw_violation_list_ref (CwViolationList *self);
void cw_violation_list_unref (CwViolationList *self);
CwViolationList *cw_violation_list_replace (CwViolationList *self, const GArray *removed,
                                            const GArray *added);
void cw_violation_list_append_net (const CwViolationList *self, CwRuleKind kind, CwId net,
                                   GArray *violations);
gsize cw_violation_list_get_length (const CwViolationList *self);
const CwViolation *cw_violation_list_get (const CwViolationList *self, gsize index);

struct _CwCheckResult
{
  gatomicrefcount ref_count;
  CwDesign *design;
  CwViolationList *violations;
  CwConnect *connect; /* nullable: when no rule asks for it */
  CwCheckFacts facts;
  gboolean is_complete;
};

CwCheckResult *cw_check_result_new (CwDesign *design, CwViolationList *violations,
                                    CwConnect *connect, const CwCheckFacts *facts);

G_END_DECLS
