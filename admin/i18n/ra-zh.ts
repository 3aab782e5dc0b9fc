/** Every sentence of react-admin in Chinese; the type holds it against the English one. */
import type { TranslationMessages } from 'react-admin';

export const raZh: TranslationMessages = {
  ra: {
    action: {
      add_filter: '添加筛选', add: '添加', back: '返回', bulk_actions: '已选 %{smart_count} 项', cancel: '取消', clear_array_input: '清空列表', clear_input_value: '清除内容',
      clone: '复制', confirm: '确认', create: '新建', create_item: '新建%{item}', delete: '删除', edit: '编辑', export: '导出', list: '列表', refresh: '刷新', remove_filter: '移除此筛选',
      remove_all_filters: '移除全部筛选', remove: '移除', reset: '重置', save: '保存', search: '搜索', search_columns: '查找列', select_all: '全选', select_all_button: '全选',
      select_row: '选择此行', show: '查看', sort: '排序', undo: '撤销', unselect: '取消选择', expand: '展开', close: '关闭', open_menu: '打开菜单', close_menu: '收起菜单',
      update: '更新', move_up: '上移', move_down: '下移', open: '打开', toggle_theme: '切换浅色/深色', select_columns: '显示的列', update_application: '重新载入',
    },
    boolean: { true: '是', false: '否', null: ' ' },
    page: {
      create: '新建%{name}', dashboard: '首页', edit: '%{name} %{recordRepresentation}', error: '出错了', list: '%{name}', loading: '正在加载', not_found: '未找到',
      show: '%{name} %{recordRepresentation}', empty: '暂无%{name}。', invite: '要新建一项吗？', access_denied: '无权访问', authentication_error: '身份验证出错',
    },
    input: {
      file: { upload_several: '将文件拖到此处，或点击选择。', upload_single: '将文件拖到此处，或点击选择。' },
      image: { upload_several: '将图片拖到此处，或点击选择。', upload_single: '将图片拖到此处，或点击选择。' },
      references: { all_missing: '找不到关联数据。', many_missing: '至少有一项关联数据已不存在。', single_missing: '关联数据已不存在。' },
      password: { toggle_visible: '隐藏密码', toggle_hidden: '显示密码' },
    },
    message: {
      about: '关于', access_denied: '您没有访问此页面的权限', are_you_sure: '确定吗？', authentication_error: '身份验证服务出错，无法核对您的登录信息。', auth_error: '验证登录信息时出错。',
      bulk_delete_content: '确定要删除这 %{smart_count} 项吗？', bulk_delete_title: '删除 %{smart_count} 项%{name}',
      bulk_update_content: '确定要更新这 %{smart_count} 项吗？', bulk_update_title: '更新 %{smart_count} 项%{name}',
      clear_array_input: '确定要清空整个列表吗？', delete_content: '确定要删除此%{name}吗？', delete_title: '删除%{name} %{recordRepresentation}', details: '详情',
      error: '页面出错，您的操作未能完成。', invalid_form: '表单有误，请检查。', loading: '请稍候', no: '否', not_found: '网址有误，或链接已失效。',
      select_all_limit_reached: '数量过多，无法全部选择，仅选中前 %{max} 项。', unsaved_changes: '有内容尚未保存，确定要离开吗？', yes: '是', placeholder_data_warning: '网络异常：数据未能刷新。',
    },
    navigation: {
      clear_filters: '清除筛选', no_filtered_results: '没有符合筛选条件的%{name}。', no_results: '没有%{name}', no_more_results: '没有第 %{page} 页，请返回上一页。',
      page_out_of_boundaries: '没有第 %{page} 页', page_out_from_end: '已是最后一页', page_out_from_begin: '已是第一页', page_range_info: '第 %{offsetBegin}–%{offsetEnd} 项，共 %{total} 项',
      partial_page_range_info: '第 %{offsetBegin}–%{offsetEnd} 项，共超过 %{offsetEnd} 项', current_page: '第 %{page} 页', page: '转到第 %{page} 页', first: '首页', last: '末页', next: '下一页', previous: '上一页',
      page_rows_per_page: '每页行数：', skip_nav: '跳到正文',
    },
    sort: { sort_by: '按%{field_lower_first}%{order}排列', ASC: '升序', DESC: '降序' },
    auth: {
      auth_check_error: '请先登录', user_menu: '我的账户', username: '用户名', password: '密码', email: '电子邮箱', sign_in: '登录', sign_in_error: '用户名或密码不正确，请重试', logout: '退出登录',
    },
    notification: {
      updated: '已更新 %{smart_count} 项', created: '已新建', deleted: '已删除 %{smart_count} 项', bad_item: '数据有误', item_doesnt_exist: '该项不存在', http_error: '与服务器通信出错',
      data_provider_error: '数据接口出错，详情见控制台。', i18n_error: '无法加载所选语言', canceled: '操作已取消', logged_out: '登录已失效，请重新登录。',
      not_authorized: '您无权访问此内容。', application_update_available: '有新版本可用。', offline: '网络未连接，无法获取数据。',
    },
    validation: {
      required: '必填', minLength: '至少 %{min} 个字', maxLength: '最多 %{max} 个字', minValue: '不能小于 %{min}', maxValue: '不能大于 %{max}', number: '须为数字', email: '须为有效的邮箱地址',
      oneOf: '须为以下之一：%{options}', regex: '须符合格式：%{pattern}', unique: '不能重复',
    },
    saved_queries: {
      label: '已存筛选', query_name: '筛选名称', new_label: '保存当前筛选…', new_dialog_title: '将当前筛选存为', remove_label: '删除已存筛选', remove_label_with_name: '删除筛选“%{name}”',
      remove_dialog_title: '删除已存筛选？', remove_message: '确定要从已存筛选中删除此项吗？', help: '先筛选列表，再把筛选保存下来以后使用',
    },
    guesser: { empty: { title: '没有可显示的数据', message: '请检查数据接口' } },
    configurable: {
      customize: '自定义', configureMode: '配置此页面',
      inspector: { title: '配置', content: '将鼠标移到界面元素上进行配置', reset: '恢复默认', hideAll: '全部隐藏', showAll: '全部显示' },
      Datagrid: { title: '表格', unlabeled: '未命名的列 #%{column}' },
      SimpleForm: { title: '表单', unlabeled: '未命名的输入项 #%{input}' },
      SimpleList: { title: '列表', primaryText: '主要文字', secondaryText: '次要文字', tertiaryText: '第三行文字' },
    },
  },
};
