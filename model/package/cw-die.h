/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-rtree.h"
#include "model/package/cw-item.h"
#include "model/package/cw-pad-form.h"

G_BEGIN_DECLS

/**
 * CwPad:
 * @name: name or number of the pad
 * @at: centre in the frame of the die [nm]
 * @form: its metal opening
 *
 * A metal pad of a die type.
 */
typedef struct
{
  GRefString *name;
  CwPoint at;
  CwPadForm form;
} CwPad;

/**
 * CwPads:
 *
 * The pads of a die type with an index of their own: immutable, reference-counted.
 */
typedef struct _CwPads CwPads;

struct _CwPads
{
  /*< private >*/
  gatomicrefcount ref_count;
  CwRtree *index; /* entries: item is unused, part is the pad */
  /*< public >*/
  guint32 n_pads;
  CwPad pads[];
};

CwPads *cw_pads_new (const CwPad *pads, gsize n_pads);
CwPads *cw_pads_ref (CwPads *self);
void cw_pads_unref (CwPads *self);
gboolean cw_pads_equal (const CwPads *a, const CwPads *b);
guint32 cw_pads_find (const CwPads *self, const char *name);
CwBox cw_pads_get_bounds (const CwPads *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPads, cw_pads_unref)

/**
 * CwDieType:
 * @name: unique name
 * @body: outline of the die in its own frame [nm]
 * @thickness: [nm]
 * @pads: its metal pads
 * @function: function tag, may be empty
 * @trace_width: greatest width of the traces of its internal circuitry, 0 when unknown [nm]
 * @trace_thickness: greatest thickness of them, 0 when unknown [nm]
 * @trace_length: length of the longest one, 0 when unknown [nm]
 * @n_devices: how many active devices it has, 0 when unknown
 * @seal: how far inside its edge the seal ring ends, 0 for none [nm]
 * @keep_out: how far around it no foreign die may stand, 0 for none [nm]
 *
 * A die of the library.
 */
typedef struct
{
  GRefString *name;
  CwBox body;
  CwCoord thickness;
  CwPads *pads;
  GRefString *function;
  CwCoord trace_width;
  CwCoord trace_thickness;
  CwCoord trace_length;
  gint32 n_devices;
  CwCoord seal;
  CwCoord keep_out;
} CwDieType;

/**
 * CwNets:
 *
 * The nets of a die's pads by number of the pad: immutable, reference-counted.
 */
typedef struct _CwNets CwNets;

struct _CwNets
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  guint32 n_nets;
  CwId nets[];
};

CwNets *cw_nets_new (const CwId *nets, gsize n_nets);
CwNets *cw_nets_ref (CwNets *self);
void cw_nets_unref (CwNets *self);
gboolean cw_nets_equal (const CwNets *a, const CwNets *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwNets, cw_nets_unref)

/**
 * CwDie:
 * @name: unique reference, such as `U1`
 * @type: its die type
 * @at: where the origin of the die's frame lies [nm]
 * @angle: turn about that origin [µdeg]
 * @mirror: whether it is seen from the back
 * @flags: %CwItemFlags
 * @nets: nets of its pads, as many as the type has pads
 * @module: (nullable): name of the die module that it belongs to; without one, %NULL or empty, it
 *   is a module by itself
 *
 * A placed die.
 */
typedef struct
{
  GRefString *name;
  CwId type;
  CwPoint at;
  CwAngle angle;
  guint8 mirror;
  guint8 flags;
  CwNets *nets;
  GRefString *module;
} CwDie;

#define CW_PAD_NONE G_MAXUINT32
#define CW_DIE_PART_BODY 0
#define CW_DIE_PART_ALL_PADS G_MAXUINT32

CwTransform cw_die_get_transform (const CwDie *self);
CwBox cw_die_get_body (const CwDie *self, const CwDieType *type);
void cw_die_get_pad_shape (const CwDie *self, const CwDieType *type, guint32 pad, CwShape *shape);

extern const CwItemClass cw_die_type_class;
extern const CwItemClass cw_die_class;

G_END_DECLS
