/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CwFileCallback:
 * @file: (nullable): what was chosen, %NULL when nothing was
 * @user_data: what the caller passed
 *
 * Gets the answer of a file chooser.
 */
typedef void (*CwFileCallback) (GFile *file, gpointer user_data);

/**
 * CwAnswerCallback:
 * @button: index of the button
 * @user_data: what the caller passed
 *
 * Gets the answer to a question.
 */
typedef void (*CwAnswerCallback) (int button, gpointer user_data);

/**
 * CwFileChoice:
 * @CW_CHOOSE_OPEN: a file that is there
 * @CW_CHOOSE_SAVE: a file that may be new
 * @CW_CHOOSE_FOLDER: a folder
 *
 * What is to be chosen.
 */
typedef enum
{
  CW_CHOOSE_OPEN,
  CW_CHOOSE_SAVE,
  CW_CHOOSE_FOLDER,
} CwFileChoice;

/**
 * CwFileQuestion:
 * @choice: what is to be chosen
 * @title: title of the dialog
 * @accept: label of its button
 * @name: (nullable): name that is proposed
 * @folder: (nullable): folder that is shown first
 * @filter: (nullable): files that are shown
 *
 * A question for a file.
 */
typedef struct
{
  CwFileChoice choice;
  const char *title;
  const char *accept;
  const char *name;
  GFile *folder;
  GtkFileFilter *filter;
} CwFileQuestion;

void cw_compat_choose_file (GtkWindow *parent, const CwFileQuestion *question,
                            CwFileCallback callback, gpointer user_data);
void cw_compat_ask (GtkWindow *parent, const char *message, const char *detail,
                    const char *const *buttons, int cancel, int accept, CwAnswerCallback callback,
                    gpointer user_data);
void cw_compat_load_css (GtkCssProvider *provider, const char *css);

G_END_DECLS
