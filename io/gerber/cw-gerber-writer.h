/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

/**
 * CwGerberObject:
 * @is_pad: whether the shape is a pad, a hole or an opening, which are flashed; else it is drawn
 * @function: aperture function, a string that outlives the writer
 * @net: (nullable): name of the net, empty for none; %NULL where nets have no meaning
 * @component: (nullable): reference of the component it belongs to
 * @pin: (nullable): pin of that component; else the object is the component itself
 *
 * What the attributes of an object say. Strings must outlive the writer.
 */
typedef struct
{
  gboolean is_pad;
  const char *function;
  const char *net;
  const char *component;
  const char *pin;
} CwGerberObject;

/**
 * CwGerberWriter:
 *
 * Writes one Gerber file: collects its apertures and objects, in the order in which they are added.
 */
typedef struct _CwGerberWriter CwGerberWriter;

CwGerberWriter *cw_gerber_writer_new (gboolean x2);
void cw_gerber_writer_free (CwGerberWriter *self);
gboolean cw_gerber_writer_is_empty (const CwGerberWriter *self);
void cw_gerber_writer_add (CwGerberWriter *self, const CwShape *shape,
                           const CwGerberObject *object);
void cw_gerber_writer_add_key_pin (CwGerberWriter *self, CwPoint at, const CwGerberObject *object);
void cw_gerber_writer_set (CwGerberWriter *self, const char *attribute, const char *value);
GBytes *cw_gerber_writer_finish (CwGerberWriter *self, const char *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwGerberWriter, cw_gerber_writer_free)

G_END_DECLS
